/** English, complete: the compiler compares it with the Vietnamese. */
import type { Shape } from "../shape";
import type { Messages } from "../vi";
import { agenda, documents } from "./agenda";
import { attendance } from "./attendance";
import { ballots, results } from "./ballots";
import { builder } from "./builder";
import { chair } from "./chair";
import { changes } from "./changes";
import { errors } from "./errors";
import { exports } from "./exports";
import { handovers } from "./handovers";
import { journal } from "./journal";
import { marks } from "./marks";
import { meetings, today } from "./meetings";
import { offline } from "./offline";
import { reader, uploads } from "./reader";
import { recusals } from "./recusals";
import { refusals } from "./refusals";
import { room } from "./room";
import { search } from "./search";
import { sessions } from "./sessions";
import { connection, nav, shell, titles } from "./shell";
import { time } from "./time";
import { ui } from "./ui";

export const en = {
  agenda,
  attendance,
  ballots,
  builder,
  chair,
  changes,
  connection,
  documents,
  errors,
  exports,
  handovers,
  journal,
  marks,
  meetings,
  nav,
  offline,
  reader,
  recusals,
  refusals,
  results,
  room,
  search,
  sessions,
  shell,
  time,
  titles,
  today,
  ui,
  uploads,
} as const satisfies Shape<Messages>;
