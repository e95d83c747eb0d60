import type { Shape } from "../shape";
import type { room as vi } from "../vi/room";

export const room = {
  notOpened: "The meeting has not been opened. It begins at {time}, {day}.",
  closed: "The meeting closed at {time}, {day}. Papers are for reading only.",
  gone: "This meeting is no longer open to this account.",
} as const satisfies Shape<typeof vi>;
