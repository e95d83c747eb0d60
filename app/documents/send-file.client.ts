/** Sends one file to the server and waits for the end of its check, through lost answers and long checks. */
import { z } from "zod";
import { conversionSteps, type IntakeProgress } from "../../domain/documents";
import { type MeetingId, VersionId } from "../../domain/ids";
import type { RefusalCode } from "../../domain/refusals";

export type SentFile =
  | { end: "ready"; pages: number; sameAs: readonly VersionId[] }
  | { end: "refused"; code: RefusalCode }
  | { end: "failed" };

export type Sending = { done: Promise<SentFile>; cancel(): void };

export type FileToSend = {
  versionId: VersionId;
  meetingId: MeetingId;
  grade: string | null;
  file: File;
};

const askAgainMs = 1_000;
/** A server that starts anew goes on with what had arrived. */
const patientAsks = 60;

const Code = z.custom<RefusalCode>((value) => typeof value === "string" && value.length <= 80);
const Progress: z.ZodType<IntakeProgress> = z.union([
  z.object({ step: z.literal("waiting"), ahead: z.int() }),
  z.object({ step: z.enum(conversionSteps) }),
]);
const ServerAnswer = z.union([
  z.object({
    ok: z.literal(true),
    version: z.object({ pages: z.int() }),
    sameAs: z.array(VersionId),
  }),
  z.object({ ok: z.literal(true), state: z.literal("checking"), progress: Progress.nullable() }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: Code }) }),
]);

/**
 * `onSent` gets 0…1, and 1 as soon as all bytes have left: from then on the server is checking, and where that takes
 * long, `onProgress` hears how far it is.
 */
export function sendFile(
  upload: FileToSend,
  onSent: (part: number) => void,
  onProgress: (progress: IntakeProgress | null) => void,
): Sending {
  const request = new XMLHttpRequest();
  let cancelled = false;
  return {
    done: put(request, upload, onSent).then((heard) =>
      isEnd(heard) ? heard : askForEnd(upload, heard, onProgress, () => cancelled),
    ),
    cancel() {
      cancelled = true;
      request.abort();
    },
  };
}

type UnderWay = { underWay: IntakeProgress | null };
type Heard = SentFile | UnderWay | "lost";

const isEnd = (heard: Heard): heard is SentFile => typeof heard === "object" && "end" in heard;

/** Fetch has no progress of what is sent; the older interface does. */
function put(
  request: XMLHttpRequest,
  upload: FileToSend,
  onSent: (part: number) => void,
): Promise<Heard> {
  return new Promise((resolve) => {
    let allSent = false;
    request.open("PUT", `/uploads/${upload.versionId}`);
    for (const [name, value] of headersOf(upload)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => {
      allSent = true;
      onSent(1);
    };
    request.onload = () => resolve(hear(request.responseText));
    // With all bytes sent, the server may well have the file though its answer did not arrive.
    request.onerror = () => resolve(allSent ? "lost" : { end: "failed" });
    request.onabort = () => resolve({ end: "failed" });
    request.send(upload.file);
  });
}

function headersOf({ meetingId, grade, file }: FileToSend): [string, string][] {
  return [
    // What it is, the server finds in its bytes.
    ["Content-Type", "application/octet-stream"],
    ["X-Meeting", meetingId],
    ["X-File-Name", encodeURIComponent(file.name.normalize("NFC"))],
    ["X-Grade", encodeURIComponent(grade ?? "")],
  ];
}

async function askForEnd(
  upload: FileToSend,
  first: UnderWay | "lost",
  onProgress: (progress: IntakeProgress | null) => void,
  isCancelled: () => boolean,
): Promise<SentFile> {
  let silent = 0;
  for (let heard: Heard = first; silent < patientAsks && !isCancelled(); ) {
    if (isEnd(heard)) return heard;
    if (heard === "lost") silent += 1;
    else {
      silent = 0;
      onProgress(heard.underWay);
    }
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    heard = await fetch(`/uploads/${upload.versionId}`, { headers: headersOf(upload) })
      .then((response) => response.text())
      .then(hear, () => "lost" as const);
  }
  return { end: "failed" };
}

function hear(text: string): Heard {
  const parsed = ServerAnswer.safeParse(jsonOrNull(text));
  // A proxy's own page while our server starts anew: no answer of ours.
  if (!parsed.success) return "lost";
  const answer = parsed.data;
  if (!answer.ok) {
    // A server that is stopping goes on when it is there again.
    if (answer.refusal.code === "busy") return "lost";
    // It has never come to our server.
    if (answer.refusal.code === "not_found") return { end: "failed" };
    return { end: "refused", code: answer.refusal.code };
  }
  if ("state" in answer) return { underWay: answer.progress };
  return { end: "ready", pages: answer.version.pages, sameAs: answer.sameAs };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
