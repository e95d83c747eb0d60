import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { SeatView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { classes, givenNameOf, PlainButton } from "../ui";
import { namePoint, seatMapTable, seatPlaces, tableFor, tableOutline } from "./geometry";
import { SeatBadge, seatLooks } from "./seat-look";
import { lookOf } from "./seat-state";

const margin = { x: 44, top: 48, bottom: 44 };

/** The room as a table: every seat can be pressed, with its office code and its presence. */
export function SeatMap(props: {
  seats: readonly SeatView[];
  presiding: PersonId | null;
  me: PersonId;
  selected: PersonId | null;
  onSelect: (personId: PersonId) => void;
  /** what stands in the middle of the table */
  children: ReactNode;
}) {
  const { seats, presiding, me, selected, onSelect } = props;
  const text = useText();
  const t = useTranslations("attendance");
  const ordered = [...seats].sort((a, b) => a.order - b.order);
  const table = tableFor(seatMapTable, ordered.length);
  const places = seatPlaces(table, ordered.length);
  const width = table.width + 2 * margin.x;
  const height = table.height + margin.top + margin.bottom;
  // Everything is placed in parts of the whole, so that the map shrinks with its column.
  const left = (x: number) => `${((x + width / 2) / width) * 100}%`;
  const top = (y: number) => `${((y + margin.top) / height) * 100}%`;
  return (
    <div className="@container mx-auto w-full" style={{ maxWidth: width }}>
      <div className="relative w-full" style={{ aspectRatio: `${width} / ${height}` }}>
        <svg
          aria-hidden="true"
          viewBox={`${-width / 2} ${-margin.top} ${width} ${height}`}
          className="absolute inset-0 size-full"
        >
          <path d={tableOutline(table)} className="fill-surface stroke-border" strokeWidth="1.2" />
        </svg>
        <div className="absolute inset-x-[24%] top-[33%] bottom-[20%] grid content-center justify-items-center text-center">
          {props.children}
        </div>
        <ul>
          {ordered.map((seat, index) => {
            const place = places[index];
            if (place === undefined) return null;
            const look = lookOf(seat);
            const name = namePoint(table, place);
            const isMarked = seat.personId === me || seat.personId === presiding;
            return (
              <li key={seat.membershipId}>
                {isMarked && (
                  <span
                    aria-hidden
                    className={classes(
                      "absolute h-1 w-6 -translate-1/2 rounded-full",
                      seat.personId === presiding ? "bg-gold" : "bg-primary",
                    )}
                    style={{
                      left: left(place.x - place.normal.x * 38),
                      top: top(place.y - place.normal.y * 38),
                      rotate: `${(Math.atan2(-place.normal.x, place.normal.y) * 180) / Math.PI}deg`,
                    }}
                  />
                )}
                <div
                  className="absolute -translate-1/2"
                  style={{ left: left(place.x), top: top(place.y) }}
                >
                  <PlainButton
                    label={t("seat", {
                      code: seat.agencyCode ?? String(seat.order),
                      name: seat.name,
                      title: text(seat.title),
                      state: t(`presence.${seat.presence.state}`),
                    })}
                    pressed={seat.personId === selected}
                    onPress={() => onSelect(seat.personId)}
                    className={classes(
                      "relative grid size-[clamp(44px,6.3cqw,50px)] place-items-center text-caption font-[600]",
                      seatLooks[look],
                      seat.personId === selected && "outline-3 outline-offset-2 outline-primary",
                    )}
                  >
                    {seat.agencyCode ?? seat.order}
                    <SeatBadge look={look} className="absolute -right-1.5 -bottom-1" />
                  </PlainButton>
                </div>
                <span
                  aria-hidden
                  className={classes(
                    "pointer-events-none absolute hidden -translate-1/2 text-small whitespace-nowrap @min-[640px]:block",
                    look === "present" || look === "remote" ? "text-ink" : "text-subtle",
                    seat.head && "font-[650]",
                  )}
                  style={{ left: left(name.x), top: top(name.y) }}
                >
                  {givenNameOf(seat.name)}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
