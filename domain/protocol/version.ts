/**
 * The version of the messages on the wire. A client tells its version in the handshake; a server of
 * another version refuses it, and the page loads itself anew. Change `messages.ts` or `patch.ts` →
 * raise the version, add a line here, and pin the new hash in version.test.ts.
 */
export const PROTOCOL_VERSION = 2;

export const protocolHistory: readonly { version: number; day: string; what: string }[] = [
  {
    version: 1,
    day: "2026-11-23",
    what: "join, leave, command, clock; changes, me, reset, gone, behind, restarting, session_ended",
  },
  {
    version: 2,
    day: "2026-11-24",
    what: "marks: marks.open, marks.write, marks.close, marks.presence; marks, marks.layers, marks.behind, marks.readings",
  },
];
