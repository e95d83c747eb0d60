/** What is wanted today. */
export { TodayScreen } from "./today-screen";
