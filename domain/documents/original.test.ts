import { expect, test } from "vitest";
import { mayTakeOriginal } from "./original";

test.each([
  { who: "the office", isOffice: true, flags: [], isConverted: false, may: true },
  { who: "the office", isOffice: true, flags: ["javascript"], isConverted: false, may: true },
  { who: "a reader", isOffice: false, flags: [], isConverted: false, may: true },
  { who: "a reader", isOffice: false, flags: ["embedded_file"], isConverted: false, may: false },
  { who: "a reader", isOffice: false, flags: [], isConverted: true, may: false },
])(
  "DO9 $who, a file with $flags, converted $isConverted: $may",
  ({ isOffice, flags, isConverted, may }) => {
    expect(mayTakeOriginal({ flags, isConverted }, isOffice)).toBe(may);
  },
);
