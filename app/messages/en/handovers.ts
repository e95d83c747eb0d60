import type { Shape } from "../shape";
import type { handovers as source } from "../vi/handovers";

export const handovers = {
  office: {
    title: "Staff",
    titleOf: "Staff · {body}",
    explain:
      "Those named read and write the office layer, and prepare papers handed over to them. Nobody sends in the member's place.",
    list: "Staff named",
    nobody: "No staff named yet.",
    choose: "Person",
    add: "Add staff",
    remove: "Remove",
    removeNamed: "Remove {name} from the staff",
  },
} as const satisfies Shape<typeof source>;
