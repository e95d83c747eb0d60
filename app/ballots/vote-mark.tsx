import type { Tally } from "../../domain/ballots";
import { classes } from "../ui";

export type Marked = keyof Tally;

/**
 * The four shapes of a vote. Shape and dash tell them apart, colour only helps: a disc (yes), a square of
 * equal area (no), a dashed disc (abstain), a hollow ring (not voted).
 */
export function VoteMark({ of, size = 20 }: { of: Marked; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      className={classes("mark shrink-0", colours[of])}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {of === "yes" && (
        <>
          <circle cx="10" cy="10" r="9.5" fill="currentColor" />
          <path d="m6 10.3 2.8 2.8 5.2-5.8" className="stroke-on-solid" strokeWidth="2" />
        </>
      )}
      {of === "no" && (
        <>
          <rect x="1.6" y="1.6" width="16.8" height="16.800" rx="2.5" fill="currentColor" />
          <path d="m7 7 6 6m0-6-6 6" className="stroke-on-solid" strokeWidth="2" />
        </>
      )}
      {of === "abstain" && (
        <>
          <circle
            cx="10"
            cy="10"
            r="8.8"
            className="fill-abstain-soft"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeDasharray="3.1 2.4"
          />
          <path d="M6.500 10h7" stroke="currentColor" strokeWidth="2" />
        </>
      )}
      {of === "not_answered" && (
        <circle
          cx="10"
          cy="10"
          r="8.800"
          className="fill-surface"
          stroke="currentColor"
          strokeWidth="1.600"
        />
      )}
    </svg>
  );
}

const colours: Record<Marked, string> = {
  yes: "text-approve",
  no: "text-reject",
  abstain: "text-abstain",
  not_answered: "text-border-strong",
};
