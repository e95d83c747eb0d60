import type { Style } from "../press";

/** Submissions, decrees, resolutions: the national layout's 14 points. */
export const formal: Style = {
  size: 14,
  leading: 21,
  first: 34,
  after: 6,
  tableSize: 12,
  align: "justify",
};
/** Long reports. */
export const report: Style = {
  size: 13.5,
  leading: 20,
  first: 32,
  after: 5.5,
  tableSize: 11.5,
  align: "justify",
};
/** Tables that fill the page. */
export const tabular: Style = {
  size: 12.5,
  leading: 17.5,
  first: 26,
  after: 4.5,
  tableSize: 10.5,
  align: "justify",
};
/** The English reference book. */
export const book: Style = {
  size: 10.8,
  leading: 15.6,
  first: 16,
  after: 3.5,
  tableSize: 9,
  align: "justify",
};
