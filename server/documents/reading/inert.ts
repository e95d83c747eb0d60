/** Takes out of a PDF's objects whatever acts by itself or carries another file. */
import { isDictionary, type PdfDictionary, type PdfObjects, type PdfValue } from "./pdf-objects";

/** Entries that only start something, in whatever dictionary they stand. */
const actingEntries = new Set([
  "/OpenAction",
  "/AA",
  "/JS",
  "/JavaScript",
  "/XFA",
  "/EmbeddedFiles",
  "/EF",
  "/AF",
  "/Collection",
  "/RichMediaContent",
  "/RichMediaSettings",
  "/Movie",
  "/Sound",
  "/Renditions",
]);

/** Going somewhere in the same paper, and addresses on the web, are what reading needs. */
const harmlessActions = new Set(["/GoTo", "/URI", "/Named"]);
const webAddress = /^(?:https?|mailto):/i;

/** They play, start or hand over something; their picture, where they have one, stays as a stamp. */
const actingAnnotations = new Set([
  "/RichMedia",
  "/Screen",
  "/Movie",
  "/Sound",
  "/3D",
  "/FileAttachment",
]);
const annotationEntries = ["/Type", "/Rect", "/AP", "/AS", "/P", "/F", "/NM", "/M", "/Contents"];

/** Changes the objects in place; a paper without such things is not changed. */
export function makeInert(objects: PdfObjects): void {
  for (const key of objects.keys()) {
    const before = objects.value(key);
    const after = inert(before, objects);
    if (after !== before) objects.set(key, after);
  }
}

/** The same value where nothing had to go, so that nothing is written anew without need. */
function inert(value: PdfValue, objects: PdfObjects): PdfValue {
  if (Array.isArray(value)) {
    const parts = value.map((part) => inert(part, objects));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (!isDictionary(value)) return value;
  if (isActingAction(value, objects)) return null;
  const isActing = actingAnnotations.has(String(value["/Subtype"]));
  const kept = isActing ? annotationEntries : null;
  const result: PdfDictionary = isActing ? { "/Subtype": "/Stamp" } : {};
  let changed = isActing;
  for (const [name, part] of Object.entries(value)) {
    if (actingEntries.has(name) || (kept !== null && !kept.includes(name))) {
      changed = true;
      continue;
    }
    result[name] = inert(part, objects);
    if (result[name] !== part) changed = true;
  }
  return changed ? result : value;
}

/** An action says its kind by `/S`; so do a few other dictionaries, which have a `/Type` of their own or other kinds. */
function isActingAction(value: PdfDictionary, objects: PdfObjects): boolean {
  const kind = value["/S"];
  if (typeof kind !== "string" || !actionKinds.has(kind)) return false;
  const type = value["/Type"];
  if (type !== undefined && type !== "/Action") return false;
  if (!harmlessActions.has(kind)) return true;
  if (kind !== "/URI") return false;
  const address = objects.resolve(value["/URI"]);
  return !(typeof address === "string" && webAddress.test(address.replace(/^u:/, "")));
}

/** Of ISO 32000-2, table 201, and what readers know besides. */
const actionKinds = new Set([
  ...harmlessActions,
  "/GoToR",
  "/GoToE",
  "/GoToDp",
  "/Launch",
  "/Thread",
  "/Sound",
  "/Movie",
  "/Hide",
  "/SubmitForm",
  "/ResetForm",
  "/ImportData",
  "/JavaScript",
  "/SetOCGState",
  "/Rendition",
  "/Trans",
  "/GoTo3DView",
  "/RichMediaExecute",
]);
