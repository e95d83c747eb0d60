import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/today.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/demo", "routes/sign-in.demo.ts"),
  route("sign-in/passkey", "routes/sign-in.passkey.ts"),
  route("sign-out", "routes/sign-out.ts"),
  route("signed-out", "routes/signed-out.ts"),
  route("language", "routes/language.ts"),
  route("appearance", "routes/appearance.ts"),
  route("meetings", "routes/meetings._index.tsx"),
  route("meetings/new", "routes/meetings.new.tsx"),
  route("meetings/:meetingId", "routes/meetings.$meetingId._index.ts"),
  route("meetings/:meetingId/room", "routes/meetings.$meetingId.room.tsx"),
  route(
    "meetings/:meetingId/ballots/:ballotId",
    "routes/meetings.$meetingId.ballots.$ballotId.tsx",
  ),
  route(
    "meetings/:meetingId/papers/:documentId",
    "routes/meetings.$meetingId.papers.$documentId.tsx",
  ),
  route(
    "meetings/:meetingId/papers/:documentId/readers",
    "routes/meetings.$meetingId.papers.$documentId.readers.ts",
  ),
  route(
    "meetings/:meetingId/papers/:documentId/changes",
    "routes/meetings.$meetingId.papers.$documentId.changes.tsx",
  ),
  route("meetings/:meetingId/chair", "routes/meetings.$meetingId.chair.tsx"),
  route("meetings/:meetingId/edit", "routes/meetings.$meetingId.edit.tsx"),
  route(
    "meetings/:meetingId/preview/:personId",
    "routes/meetings.$meetingId.preview.$personId.tsx",
  ),
  route("meetings/:meetingId/attendance", "routes/meetings.$meetingId.attendance.tsx"),
  route("meetings/:meetingId/search", "routes/meetings.$meetingId.search.ts"),
  route("search", "routes/search.tsx"),
  route("search/answer", "routes/search.answer.ts"),
  route("meetings/:meetingId/offline-pack", "routes/meetings.$meetingId.offline-pack.ts"),
  route(
    "meetings/:meetingId/offline-pack/:documentId",
    "routes/meetings.$meetingId.offline-pack.$documentId.ts",
  ),
  route("offline", "routes/offline.tsx"),
  route("devices", "routes/devices.tsx"),
  route("documents/:versionId/export", "routes/documents.$versionId.export.ts"),
  route("journal", "routes/journal._index.tsx"),
  route("journal/:stream", "routes/journal.$stream.tsx"),
  route("account", "routes/account.tsx"),
  route("account/presence", "routes/account.presence.ts"),
  route("account/passkeys", "routes/account.passkeys.ts"),
  // Last: whatever no other route knows.
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
