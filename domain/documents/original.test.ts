import { expect, test } from "vitest";
import { mayTakeOriginal } from "./original";

test.each([
  { who: "the office", isOffice: true, flags: [], may: true },
  { who: "the office", isOffice: true, flags: ["javascript"], may: true },
  { who: "a reader", isOffice: false, flags: [], may: true },
  { who: "a reader", isOffice: false, flags: ["embedded_file"], may: false },
])("DO9 $who, a file with $flags: $may", ({ isOffice, flags, may }) => {
  expect(mayTakeOriginal({ flags }, isOffice)).toBe(may);
});
