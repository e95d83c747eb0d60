/** Running a meeting. */
export { ChairScreen } from "./chair-screen";
