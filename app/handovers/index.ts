/** The face of hand-overs: papers that a member gives to the own staff to prepare. */
import type { ReaderExtra } from "../reader/reader-context";
import { HandoverStrip } from "./handover-strip";

export { HandoverSection } from "./handover-section";
export { OfficeCard } from "./office-card";
export { HandoversProvider } from "./own-handovers";
export { HandoversCard } from "./today-card";

export const handoversExtra: ReaderExtra = { News: HandoverStrip };
