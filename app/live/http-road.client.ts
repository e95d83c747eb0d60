/** The second road for commands: a plain request, where sockets fail but HTTP works. */
import type { Answer } from "../../domain/protocol";
import { codeOf } from "../code";
import type { Envelope } from "./outbox";

const deadlineMs = 8_000;

/** The server's answer, or null when there was none and nothing is known of the outcome. */
export async function sendByHttp({ command, notAfter }: Envelope): Promise<Answer | null> {
  try {
    const response = await fetch("/commands", {
      method: "POST",
      headers: { "content-type": "application/json", "x-not-after": notAfter },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (!response.headers.get("content-type")?.includes("json")) return null;
    const { answerIn } = await codeOf(() => import("./wire.client"));
    return answerIn(await response.json());
  } catch {
    // no network, or cut on the way: the outbox asks again with the same id
    return null;
  }
}
