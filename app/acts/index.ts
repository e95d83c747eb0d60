/** Doing something: a command on its way, what stood in the way, and the question why. */
export { ConfirmDialog } from "./confirm-dialog";
export { mayNow } from "./may-now";
export { ReasonDialog } from "./reason-dialog";
export { type Act, useAct } from "./use-act";
