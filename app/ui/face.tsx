import { CircleAlert, Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

/** What stands where there is nothing: one calm sentence, and the next step where there is one. */
export function EmptyFace({
  title,
  children,
  icon: Icon = Inbox,
  action,
}: {
  title: string;
  children?: ReactNode;
  icon?: LucideIcon;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-6 py-10 text-center">
      <Icon aria-hidden className="size-10 text-subtle" strokeWidth={1.5} />
      <p className="text-h2">{title}</p>
      {children !== undefined && <div className="text-body text-muted">{children}</div>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}

/** What could not be done, and what to do about it, beside its cause. */
export function Notice({
  tone = "warn",
  icon: Icon = CircleAlert,
  title,
  children,
  action,
}: {
  tone?: "warn" | "danger" | "primary" | "approve";
  icon?: LucideIcon;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const tones = {
    warn: "bg-warn-soft text-on-warn-soft border-warn",
    danger: "bg-danger-soft text-on-danger-soft border-danger",
    primary: "bg-primary-soft text-on-primary-soft border-primary",
    approve: "bg-approve-soft text-on-approve-soft border-approve",
  };
  return (
    <div className={classes("flex items-start gap-3 rounded-2 border px-4 py-3", tones[tone])}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 text-small">
        {title !== undefined && <p className="text-label font-[650]">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
