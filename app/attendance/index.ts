/** Who is there. */
export { AttendanceScreen } from "./attendance-screen";
export { type People, PeopleProvider, usePeople } from "./people";
