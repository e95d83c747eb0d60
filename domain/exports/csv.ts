/** A list as CSV (RFC 4180), for a spreadsheet that is opened by somebody else than who wrote what is in it. */

/**
 * Spreadsheets take a cell that begins so for a formula, some also after blanks or in wide letters, and run it; the
 * apostrophe says that it is text.
 */
const runs = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** With the mark by which spreadsheets know UTF-8. Lines end as the standard has it. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(quoted).join(","));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

function quoted(cell: string): string {
  const harmless = runs.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
