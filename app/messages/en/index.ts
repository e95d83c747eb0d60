/** English, complete: the compiler compares it with the Vietnamese. */
import type { Shape } from "../shape";
import type { Messages } from "../vi";
import { errors } from "./errors";
import { sessions } from "./sessions";
import { connection, nav, shell, titles } from "./shell";
import { time } from "./time";
import { ui } from "./ui";

export const en = {
  connection,
  errors,
  nav,
  sessions,
  shell,
  time,
  titles,
  ui,
} as const satisfies Shape<Messages>;
