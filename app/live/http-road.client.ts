/** The second road for commands: a plain request, where sockets fail but HTTP works. */
import { Answer } from "../../domain/protocol";
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
    const parsed = Answer.safeParse(await response.json());
    return parsed.success ? parsed.data : null;
  } catch {
    // no network, or cut on the way: the outbox asks again with the same id
    return null;
  }
}
