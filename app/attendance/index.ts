/** Who is there. */
export { folded, type Invitable } from "./attendance-list";
export { AttendanceScreen } from "./attendance-screen";
