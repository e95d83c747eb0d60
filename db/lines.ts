/**
 * Many values as one parameter, a line each, for `string_to_array(…, chr(10))`. The driver's own arrays quote and
 * escape every value anew; of a row that is JSON this cost as much as all other work on it.
 * @throws RangeError for a value that has a line break of its own; JSON text has none
 */
export function lines<Row>(rows: readonly Row[], textOf: (row: Row) => string): string {
  return rows
    .map((row) => {
      const value = textOf(row);
      if (value.includes("\n")) throw new RangeError("a value of more than one line");
      return value;
    })
    .join("\n");
}
