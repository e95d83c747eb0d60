import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "neutral" | "primary" | "solid" | "approve" | "reject" | "warn" | "danger";

const tones: Record<Tone, string> = {
  neutral: "bg-abstain-soft text-on-abstain-soft",
  primary: "bg-primary-soft text-on-primary-soft",
  solid: "solid bg-primary text-on-solid",
  approve: "bg-approve-soft text-on-approve-soft",
  reject: "bg-reject-soft text-on-reject-soft",
  warn: "bg-warn-soft text-on-warn-soft",
  danger: "bg-danger-soft text-on-danger-soft border border-danger",
};

/** A state: always a picture and a word, never colour alone. */
export function Tag({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1 rounded-1 px-2 py-0.5 text-caption whitespace-nowrap",
        tones[tone],
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {children}
    </span>
  );
}

/** A number beside a word: neutral, never red. */
export function Counter({ children }: { children: ReactNode }) {
  return (
    <span className="inline-grid min-w-6 place-items-center rounded-full bg-surface-2 px-1.5 py-0.5 text-caption tabular-nums text-ink">
      {children}
    </span>
  );
}
