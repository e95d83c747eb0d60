import { expect, test } from "vitest";
import { rangeOf } from "./byte-range";

test.each([
  ["bytes=0-0", { first: 0, last: 0 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["bytes=90-", { first: 90, last: 99 }],
  ["bytes=90-1000", { first: 90, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-1000", { first: 0, last: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-3", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["pages=1-2", "whole"],
  ["bytes=-", "whole"],
  [undefined, "whole"],
])("%s of 100 bytes", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
