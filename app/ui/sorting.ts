/** Where a moved row comes to stand; rows move among those that are within the same thing. */

export type Row = {
  id: string;
  /** the row this one is a part of; null on the first level */
  within: string | null;
};

export function siblingsOf<R extends Row>(rows: readonly R[], id: string): R[] {
  const within = rows.find((row) => row.id === id)?.within;
  return rows.filter((row) => row.within === within);
}

/**
 * The position among the siblings without the moved row itself, when it is dropped before or after the
 * target. Dropped at a part of another row, it comes to stand at that row. Null where it cannot stand.
 */
export function placeAmong(
  rows: readonly Row[],
  moved: string,
  target: string,
  after: boolean,
): number | null {
  const others = siblingsOf(rows, moved).filter(({ id }) => id !== moved);
  const aimed = rows.find(({ id }) => id === target);
  const direct = others.findIndex(({ id }) => id === target);
  if (direct >= 0) return after ? direct + 1 : direct;
  const around = others.findIndex(({ id }) => id === aimed?.within);
  return around >= 0 ? around + 1 : null;
}
