/** What is wanted today. */
export { meetingToRead, readingOf } from "./reading";
export { TodayScreen } from "./today-screen";
