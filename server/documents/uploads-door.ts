/**
 * `PUT /uploads/:versionId`: one file as the raw body, from the secretariat of the meeting it is for. It is refused as
 * early as can be known, and what is sent nevertheless is read and thrown away for a while: a connection that is cut
 * in the middle of sending shows the uploader a network fault instead of the reason.
 * `GET /uploads/:versionId`: how it ended, for an uploader whose answer was lost.
 */
import { setTimeout as pause } from "node:timers/promises";
import express, { type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import type { DocumentRefusal, IntakeRefusal } from "../../domain/documents";
import { MeetingId, type PersonId, VersionId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import type { Refusal } from "../../domain/stream";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import { logFailure } from "../log";
import type { Conversion } from "./conversion";
import { InspectorStopped } from "./inspector";
import type { Intake, Upload } from "./intake";
import { type Settled, tooLarge } from "./settled";

type Parts = {
  intake: Intake;
  conversion: Pick<Conversion, "refusesName" | "takesLong">;
  meetingView(meetingId: MeetingId, personId: PersonId): Promise<MeetingView | null>;
  limitBytes: number;
  gradeCeiling: number;
};

/** An answer comes before any proxy loses its patience; the uploader then asks on. */
const answerWithinMs = 20_000;
/** What takes long is answered with how far it is instead. */
const progressAfterMs = 500;
/** How long a refused body is still swallowed. */
const swallowMs = 10_000;
/** A sender that says nothing for so long is gone. */
const silenceMs = 60_000;

/** Percent-encoded UTF-8, because headers carry ASCII only. */
const HeaderText = z.string().transform((text, context) => {
  try {
    return decodeURIComponent(text).normalize("NFC").trim();
  } catch {
    context.addIssue({ code: "custom", message: "not percent-encoded" });
    return z.NEVER;
  }
});
/** A name and no path, without signs that no one can see. */
const FileName = HeaderText.transform((name) =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}|\p{Cf}/gu, ""),
).pipe(z.string().min(1).max(255));

/** Mounted at `/uploads`, behind the session and the check that changes come from our own pages. */
export function uploadsDoor(parts: Parts): RequestHandler {
  const router = express.Router();
  router.use(requireSession);

  router.put("/:versionId", async (request, response, next) => {
    const { socket } = request;
    const giveUp = () => request.destroy();
    try {
      socket.setTimeout(silenceMs).once("timeout", giveUp);
      await receive(parts, request, response);
    } catch (error) {
      // The uploader left in the middle; nobody waits for an answer, and the row says what happened.
      if (!request.complete && request.destroyed) return;
      swallow(request, response);
      // What has arrived is kept and looked into at the next start.
      next(error instanceof InspectorStopped ? new Refused(503, { code: "busy" }) : error);
    } finally {
      // The connection goes on to other requests.
      socket.setTimeout(0).off("timeout", giveUp);
    }
  });

  router.get("/:versionId", async (request, response, next) => {
    try {
      const upload = readUpload(request, response);
      await requireDesk(parts, upload);
      const isLong = parts.intake.progress(upload.versionId) !== null;
      const settled = await orLate(parts.intake.settled(upload.versionId), isLong);
      if (settled === null) throw new Refused(404, { code: "not_found" });
      await answer(parts.intake, upload, response, settled);
    } catch (error) {
      next(error);
    }
  });

  return router;
}

async function receive(parts: Parts, request: Request, response: Response): Promise<void> {
  const upload = readUpload(request, response);
  const grades = await requireDesk(parts, upload);
  const refusal = earlyRefusal(parts, upload, grades, request);
  if (refusal !== null) {
    swallow(request, response);
    await answer(parts.intake, upload, response, { ok: false, refusal });
    return;
  }
  const received = parts.intake.receive(upload, request);
  // A slow line takes its time: the patience below is for what is done with the bytes.
  const arrived = new Promise((resolve) => request.once("end", resolve));
  await Promise.race([received, arrived]);
  const isLong = parts.conversion.takesLong(upload.fileName);
  const settled = await orLate(received, isLong);
  if (!request.complete) swallow(request, response);
  await answer(parts.intake, upload, response, settled);
}

/** What the headers say; anything unusable in them is `invalid`. */
function readUpload(request: Request, response: Response): Upload & { uploadedBy: PersonId } {
  const session = sessionOf(response);
  if (session === null) throw new Refused(401, { code: "unauthenticated" });
  const versionId = VersionId.safeParse(request.params.versionId);
  const meetingId = MeetingId.safeParse(request.get("x-meeting"));
  const fileName = FileName.safeParse(request.get("x-file-name") ?? "-");
  const grade = HeaderText.pipe(z.string().max(20)).safeParse(request.get("x-grade") ?? "");
  if (!versionId.success || !meetingId.success || !fileName.success || !grade.success) {
    throw new Refused(400, { code: "invalid" });
  }
  return {
    versionId: versionId.data,
    meetingId: meetingId.data,
    fileName: fileName.data,
    grade: grade.data === "" ? null : grade.data,
    uploadedBy: session.personId,
  };
}

type Grades = readonly { code: string; level: number }[];

/** Only who may attach papers in that meeting; gives the body's grades, which the office's view carries. */
async function requireDesk(
  { meetingView }: Parts,
  { meetingId, uploadedBy }: { meetingId: MeetingId; uploadedBy: PersonId },
): Promise<Grades> {
  const view = await meetingView(meetingId, uploadedBy);
  if (view === null) throw new Refused(404, { code: "not_found" });
  if (!view.me.can.includes("document.attach") || view.shared.office === null) {
    throw new Refused(403, { code: "forbidden" });
  }
  return view.shared.office.grades;
}

type EarlyRefusal = Refusal<
  IntakeRefusal | Extract<DocumentRefusal, "document.grade_unknown" | "document.above_ceiling">
>;

function earlyRefusal(
  { conversion, gradeCeiling, limitBytes }: Parts,
  { fileName, grade }: Upload,
  grades: Grades,
  request: Request,
): EarlyRefusal | null {
  if (grade !== null) {
    const known = grades.find(({ code }) => code === grade);
    if (known === undefined) return { code: "document.grade_unknown", params: { grade } };
    // Bytes above the installation's ceiling must not even arrive.
    if (known.level > gradeCeiling) return { code: "document.above_ceiling", params: { grade } };
  }
  const unreadable = conversion.refusesName(fileName);
  if (unreadable !== null) return { code: unreadable };
  const announced = Number(request.get("content-length") ?? 0);
  return announced > limitBytes ? tooLarge(limitBytes).refusal : null;
}

type Answer = Settled | "under_way" | { ok: false; refusal: EarlyRefusal };

/** Waits as long as an answer may take. The work itself goes on, and whoever asks later gets its end. */
function orLate<T>(work: Promise<T>, isLong: boolean): Promise<T | "under_way"> {
  const timer = new AbortController();
  const withinMs = isLong ? progressAfterMs : answerWithinMs;
  const late = pause(withinMs, "under_way" as const, { signal: timer.signal, ref: false });
  // Ends the timer when the work was first; its rejection by that is meant.
  late.catch(() => undefined);
  return Promise.race([work, late]).then((first) => {
    timer.abort();
    if (first === "under_way")
      work.catch((error: unknown) => logFailure("an upload failed", error));
    return first;
  });
}

async function answer(
  intake: Intake,
  { meetingId, versionId }: Upload,
  response: Response,
  settled: Answer,
): Promise<void> {
  if (settled === "under_way") {
    response
      .status(202)
      .json({ ok: true, state: "checking", progress: intake.progress(versionId) });
    return;
  }
  const sameAs = settled.ok ? await intake.equalVersions(meetingId, settled.version) : [];
  response.status(statusOf(settled)).json(settled.ok ? { ...settled, sameAs } : settled);
}

function statusOf(settled: Exclude<Answer, "under_way">): number {
  if (settled.ok) return 200;
  if (settled.refusal.code === "document.too_large") return 413;
  return settled.refusal.code === "document.version_exists" ? 409 : 422;
}

function swallow(request: Request, response: Response): void {
  if (request.complete || request.destroyed) return;
  response.set("Connection", "close");
  request.resume();
  const late = setTimeout(() => request.destroy(), swallowMs);
  request.once("close", () => clearTimeout(late));
}
