/** The face of what changed between versions of a paper, and of marks that follow. */
export { ChangesScreen } from "./changes-screen";
