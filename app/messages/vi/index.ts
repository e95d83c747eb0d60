/** Vietnamese, the source of all keys. One file per noun; this file only joins them. */
import { errors } from "./errors";
import { sessions } from "./sessions";
import { connection, nav, shell, titles } from "./shell";
import { time } from "./time";
import { ui } from "./ui";

export const vi = { connection, errors, nav, sessions, shell, time, titles, ui } as const;
export type Messages = typeof vi;
