/** Sends one file to the server and waits for the end of its check, through lost answers and long checks. */
import { z } from "zod";
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

const askAgainMs = 1_500;

const Code = z.custom<RefusalCode>((value) => typeof value === "string" && value.length <= 80);
const ServerAnswer = z.union([
  z.object({
    ok: z.literal(true),
    version: z.object({ pages: z.int() }),
    sameAs: z.array(VersionId),
  }),
  z.object({ ok: z.literal(true), state: z.literal("checking") }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: Code }) }),
]);

/** `onProgress` gets 0…1, and 1 as soon as all bytes have left: from then on the server is checking. */
export function sendFile(upload: FileToSend, onProgress: (part: number) => void): Sending {
  const request = new XMLHttpRequest();
  let cancelled = false;
  return {
    done: put(request, upload, onProgress).then((answer) =>
      typeof answer === "string" ? askForEnd(upload, () => cancelled) : answer,
    ),
    cancel() {
      cancelled = true;
      request.abort();
    },
  };
}

type Heard = SentFile | "checking" | "lost";

/** Fetch has no progress of what is sent; the older interface does. */
function put(
  request: XMLHttpRequest,
  upload: FileToSend,
  onProgress: (part: number) => void,
): Promise<Heard> {
  return new Promise((resolve) => {
    let allSent = false;
    request.open("PUT", `/uploads/${upload.versionId}`);
    for (const [name, value] of headersOf(upload)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => {
      allSent = true;
      onProgress(1);
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

async function askForEnd(upload: FileToSend, isCancelled: () => boolean): Promise<SentFile> {
  for (let silent = 0; silent < 20 && !isCancelled(); ) {
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    const heard = await fetch(`/uploads/${upload.versionId}`, { headers: headersOf(upload) })
      .then((response) => response.text())
      .then(hear, () => "lost" as const);
    if (heard === "lost") silent += 1;
    else if (heard !== "checking") return heard;
  }
  return { end: "failed" };
}

function hear(text: string): Heard {
  const parsed = ServerAnswer.safeParse(jsonOrNull(text));
  if (!parsed.success) return { end: "failed" };
  const answer = parsed.data;
  if (!answer.ok) return { end: "refused", code: answer.refusal.code };
  if ("state" in answer) return "checking";
  return { end: "ready", pages: answer.version.pages, sameAs: answer.sameAs };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's own error page: no answer of ours.
    return null;
  }
}
