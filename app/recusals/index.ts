/** Who does not take part in an item because of an own interest. */

export { DecideDialog } from "./decide-dialog";
export { DeclareAct } from "./declare-act";
export { RecusalLine } from "./recusal-line";
export { WithheldLine } from "./withheld-line";
