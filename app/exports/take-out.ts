/** Asks for an export and hands its file to the browser. */
import { z } from "zod";
import { type ExportKind, exportKinds } from "../../domain/exports";
import type { VersionId } from "../../domain/ids";
import { type Layer, layers } from "../../domain/marks";

export { type ExportKind, exportKinds };

const failures = ["not_found", "unwritable", "exhausted", "busy", "offline"] as const;
export type ExportFailure = (typeof failures)[number];

const Answer = z.object({ reason: z.enum(failures) });

/** Where an export is; its layers in one order, so that one export has one address. */
export function exportAddress(
  versionId: VersionId,
  as: ExportKind,
  chosen: ReadonlySet<Layer>,
): string {
  const marks = layers.filter((layer) => chosen.has(layer)).join(",");
  return `/documents/${versionId}/export?as=${as}&marks=${marks}`;
}

/** Fetches the file and saves it as the browser saves downloads. Answers its name, or why there is none. */
export async function download(
  address: string,
  signal: AbortSignal,
): Promise<{ ok: true; name: string } | { ok: false; reason: ExportFailure }> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  if (response === null) return { ok: false, reason: "offline" };
  if (!response.ok) {
    const answer = Answer.safeParse(await response.json().catch(() => null));
    return { ok: false, reason: answer.success ? answer.data.reason : "not_found" };
  }
  const name = nameIn(response.headers.get("content-disposition") ?? "");
  save(await response.blob(), name);
  return { ok: true, name };
}

/** The exact name (RFC 5987) that the server gives. */
function nameIn(disposition: string): string {
  const [, encoded = ""] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return decodeURIComponent(encoded);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Safari reads it only after the press is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
