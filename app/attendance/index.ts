/** Who is there. */
export { AttendanceScreen } from "./attendance-screen";
