import { ProgressBar as AriaProgressBar } from "react-aria-components";
import { classes } from "./classes";

/** How far something has come, in parts of a known whole. */
export function ProgressBar({
  label,
  value,
  max = 100,
  valueText,
  tone = "primary",
  thin = false,
}: {
  label: string;
  value: number;
  max?: number;
  valueText?: string;
  tone?: "primary" | "approve";
  thin?: boolean;
}) {
  return (
    <AriaProgressBar
      aria-label={label}
      value={value}
      maxValue={max}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
    >
      {({ percentage = 0 }) => (
        <div
          className={classes("overflow-hidden rounded-full bg-surface-2", thin ? "h-1" : "h-1.5")}
        >
          <div
            className={classes(
              "solid h-full rounded-full",
              tone === "approve" ? "bg-approve" : "bg-primary",
            )}
            style={{ width: `${percentage}%` }}
          />
        </div>
      )}
    </AriaProgressBar>
  );
}

/** A clock that closes: the part of the ring that is left, with the time in the middle. */
export function RingTimer({
  text,
  left,
  whole,
  size = 64,
  tone = "warn",
}: {
  /** what is written inside, e.g. 0:42 */
  text: string;
  left: number;
  whole: number;
  size?: number;
  tone?: "warn" | "primary" | "quiet";
}) {
  const stroke = 5;
  const radius = (size - stroke) / 2;
  const length = 2 * Math.PI * radius;
  const part = whole > 0 ? Math.min(1, Math.max(0, left / whole)) : 0;
  const colours = { warn: "text-warn", primary: "text-primary", quiet: "text-border-strong" };
  return (
    <span
      className="relative inline-grid shrink-0 place-items-center"
      style={{ width: size, height: size }}
    >
      <svg
        aria-hidden="true"
        width={size}
        height={size}
        className={classes("absolute inset-0 -rotate-90", colours[tone])}
      >
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          strokeWidth={stroke}
          className="stroke-border"
        />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={stroke}
          strokeLinecap="round"
          strokeDasharray={`${length * part} ${length}`}
        />
      </svg>
      <span className="relative text-label font-[700] tabular-nums text-ink">{text}</span>
    </span>
  );
}
