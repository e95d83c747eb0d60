/** What a file is by its first bytes; for office files, which are all ZIP archives, the name has to say which. */
import type { ConvertibleKind } from "./inspection";

export type Format =
  | { kind: "pdf" }
  /** an office file by its name, something else by its bytes */
  | { kind: "not_as_named" }
  | { kind: "picture"; picture: ConvertibleKind; mediaType: string }
  | { kind: "office"; extension: string; mediaType: string };

/** Extensions that an office converter takes, with their media types (IANA). */
const office: ReadonlyMap<string, string> = new Map([
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["odt", "application/vnd.oasis.opendocument.text"],
  ["ods", "application/vnd.oasis.opendocument.spreadsheet"],
  ["odp", "application/vnd.oasis.opendocument.presentation"],
]);

/** Older kinds, and those that carry programs: not taken, and said so by name, before a byte is sent. */
const notTaken =
  /\.(?:doc|xls|ppt|rtf|do[ct]m|dotx?|xl[st]m|xlsb|xltx?|p[op]tm|ppsm|ppsx?|potx?)$/i;

export const isNotTakenName = (fileName: string): boolean => notTaken.test(fileName);

/** How much of a file's beginning `formatOf` looks at. */
export const headBytes = 1_024;

export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

export const isOfficeName = (fileName: string): boolean => office.has(extensionOf(fileName));

/** Whatever is nothing that we convert is left to the inspection of PDFs, which says what is wrong with it. */
export function formatOf(head: Buffer, fileName: string): Format {
  const picture = pictureOf(head);
  if (picture !== null) return { kind: "picture", picture, mediaType: `image/${picture}` };
  const extension = extensionOf(fileName);
  const mediaType = office.get(extension);
  if (mediaType === undefined || head.includes("%PDF-")) return { kind: "pdf" };
  const isArchive = head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
  return isArchive ? { kind: "office", extension, mediaType } : { kind: "not_as_named" };
}

function pictureOf(head: Buffer): ConvertibleKind | null {
  const text = head.toString("latin1", 0, 12);
  if (text.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
  if (text.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
  if (text.startsWith("II*\0") || text.startsWith("MM\0*")) return "tiff";
  return text.startsWith("RIFF") && text.endsWith("WEBP") ? "webp" : null;
}
