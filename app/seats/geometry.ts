/**
 * The table of seats: a rounded U with the head at the middle of the closed end, even places to the
 * head's right hand (the viewer's left), odd places to the left. Pure numbers; nothing here draws.
 */

export type TableSize = {
  /** width and height of the line of seats, and the radius of its two corners */
  width: number;
  height: number;
  radius: number;
  /** diameter of a seat */
  seat: number;
  /** width of the table's band, and how far inside the seats it starts */
  band: number;
  gap: number;
};

export const seatMapTable: TableSize = {
  width: 704,
  height: 536,
  radius: 204,
  seat: 50,
  band: 56,
  gap: 9,
};

export const resultTable: TableSize = {
  width: 448,
  height: 318,
  radius: 150,
  seat: 32,
  band: 14,
  gap: 9,
};

export type SeatPlace = {
  /** place in the protocol order, from 1 */
  place: number;
  x: number;
  y: number;
  /** unit vector from the seat to the inside of the table */
  normal: { x: number; y: number };
};

/**
 * Where the n seats are, first place first; x counts from the middle, y from the top line of seats.
 * Seats stand at equal distances along the U; above about 27 the owner must give a larger table.
 */
export function seatPlaces(table: TableSize, n: number): SeatPlace[] {
  const step = stepOf(table, n);
  return Array.from({ length: n }, (_, index) => {
    const place = index + 1;
    const offset = place === 1 ? 0 : place % 2 === 0 ? -place / 2 : (place - 1) / 2;
    const { x, y, normal } = pointOn(table, Math.abs(offset) * step);
    const side = Math.sign(offset);
    // Adding 0 turns a negative zero into a plain one.
    return { place, x: side * x + 0, y, normal: { x: side * normal.x + 0, y: normal.y } };
  });
}

/** Distance between neighbours along the U. */
function stepOf({ width, height, radius }: TableSize, n: number): number {
  const half = width / 2 - radius + (Math.PI * radius) / 2 + (height - radius);
  return half / Math.max(1, Math.ceil((n - 1) / 2));
}

/** The point at distance s from the head along the right arm. */
function pointOn(
  { width, radius }: TableSize,
  s: number,
): { x: number; y: number; normal: { x: number; y: number } } {
  const straight = width / 2 - radius;
  const quarter = (Math.PI * radius) / 2;
  if (s <= straight) return { x: s, y: 0, normal: { x: 0, y: 1 } };
  if (s <= straight + quarter) {
    const angle = (s - straight) / radius;
    return {
      x: straight + radius * Math.sin(angle),
      y: radius * (1 - Math.cos(angle)),
      normal: { x: -Math.sin(angle), y: Math.cos(angle) },
    };
  }
  return { x: width / 2, y: radius + s - straight - quarter, normal: { x: -1, y: 0 } };
}

/** The table itself: the band inside the seats, closed, as an SVG path in the same coordinates. */
export function tableOutline({ width, height, radius, seat, band, gap }: TableSize): string {
  const outer = seat / 2 + gap;
  const inner = outer + band;
  const end = height + seat / 2;
  const corner = Math.min(8, band / 2);
  const edge = (inset: number) => ({ x: width / 2 - inset, r: radius - inset });
  const { x: ox, r: or } = edge(outer);
  const { x: ix, r: ir } = edge(inner);
  const round = (n: number) => Math.round(n * 100) / 100;
  const path = [
    `M ${-ox} ${end - corner}`,
    `V ${outer + or}`,
    `A ${or} ${or} 0 0 1 ${-ox + or} ${outer}`,
    `H ${ox - or}`,
    `A ${or} ${or} 0 0 1 ${ox} ${outer + or}`,
    `V ${end - corner}`,
    `Q ${ox} ${end} ${ox - corner} ${end}`,
    `H ${ix + corner}`,
    `Q ${ix} ${end} ${ix} ${end - corner}`,
    `V ${inner + ir}`,
    `A ${ir} ${ir} 0 0 0 ${ix - ir} ${inner}`,
    `H ${-ix + ir}`,
    `A ${ir} ${ir} 0 0 0 ${-ix} ${inner + ir}`,
    `V ${end - corner}`,
    `Q ${-ix} ${end} ${-ix - corner} ${end}`,
    `H ${-ox + corner}`,
    `Q ${-ox} ${end} ${-ox} ${end - corner}`,
    "Z",
  ];
  return path.join(" ").replace(/-?\d+\.\d+/g, (n) => String(round(Number(n))));
}

/** Where the name of a seat is written: on the middle of the band before it. */
export function namePoint(table: TableSize, place: SeatPlace): { x: number; y: number } {
  const distance = table.seat / 2 + table.gap + table.band / 2;
  return { x: place.x + place.normal.x * distance, y: place.y + place.normal.y * distance };
}

/**
 * A table on which n seats of this size do not touch: the given one while it is large enough,
 * else the same form with longer arms (bodies of 50 and more).
 */
export function tableFor(table: TableSize, n: number): TableSize {
  const least = table.seat * 1.13;
  const short = least - stepOf(table, n);
  if (short <= 0) return table;
  return { ...table, height: table.height + short * Math.ceil((n - 1) / 2) };
}
