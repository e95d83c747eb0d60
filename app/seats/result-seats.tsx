import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { AnswerMeaning } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import { resultTable, seatPlaces, tableFor, tableOutline } from "./geometry";

export type VotedSeat = { personId: PersonId; order: number; answer: AnswerMeaning | null };

const margin = 34;

/** Who sat where and how they voted: a picture beside the named list, which holds the same in words. */
export function ResultSeats({
  seats,
  me,
  children,
}: {
  seats: readonly VotedSeat[];
  me: PersonId;
  /** what stands in the middle of the table */
  children: ReactNode;
}) {
  const t = useTranslations("results");
  const table = tableFor(resultTable, seats.length);
  const places = seatPlaces(table, seats.length);
  const ordered = [...seats].sort((a, b) => a.order - b.order);
  const width = table.width + 2 * margin;
  const height = table.height + table.seat / 2 + margin + 10;
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={t("seats")}
        viewBox={`${-width / 2} ${-margin} ${width} ${height}`}
        className="mark block w-full"
      >
        <path d={tableOutline(table)} className="fill-surface stroke-border" strokeWidth="1.2" />
        {ordered.map((seat, index) => {
          const place = places[index];
          if (place === undefined) return null;
          const { x, y, normal } = place;
          const bar = { x: x - normal.x * 26, y: y - normal.y * 26 };
          const isHead = index === 0;
          return (
            <g key={seat.personId}>
              {(isHead || seat.personId === me) && (
                <path
                  d={`M${bar.x - normal.y * 9} ${bar.y + normal.x * 9} L${bar.x + normal.y * 9} ${bar.y - normal.x * 9}`}
                  className={seat.personId === me ? "stroke-primary" : "stroke-gold"}
                  strokeWidth={seat.personId === me ? 4 : 2.5}
                  strokeLinecap="round"
                />
              )}
              <SeatShape x={x} y={y} of={seat.answer ?? "not_answered"} diameter={table.seat} />
              <text
                x={x}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                className={
                  seat.answer === "yes" || seat.answer === "no"
                    ? "fill-on-solid"
                    : "fill-on-abstain-soft"
                }
                fontSize="13"
                fontWeight="600"
              >
                {seat.order}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="absolute inset-x-[22%] top-[30%] bottom-[8%] grid content-start justify-items-center text-center">
        {children}
      </div>
    </div>
  );
}

function SeatShape(props: {
  x: number;
  y: number;
  of: AnswerMeaning | "not_answered";
  diameter: number;
}) {
  const { x, y, of, diameter } = props;
  const radius = diameter / 2;
  if (of === "no") {
    // A square of the same area as the disc, so that neither side looks larger.
    const side = 0.886 * diameter;
    return (
      <rect
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        rx="4"
        className="fill-reject"
      />
    );
  }
  if (of === "yes") return <circle cx={x} cy={y} r={radius} className="fill-approve" />;
  return (
    <circle
      cx={x}
      cy={y}
      r={radius - 0.8}
      strokeWidth="1.6"
      className={
        of === "abstain" ? "fill-abstain-soft stroke-abstain" : "fill-surface stroke-border-strong"
      }
      {...(of === "abstain" ? { strokeDasharray: "4 3" } : {})}
    />
  );
}
