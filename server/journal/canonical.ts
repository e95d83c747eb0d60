/**
 * Canonical JSON text (RFC 8785, JCS) of what is journaled, so that anybody who has the value has the
 * same bytes to hash. Narrower than the RFC on purpose: no fractions, because two languages print them
 * differently, and no text that is not NFC, because two keyboards type it differently.
 */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * The canonical text of a plain JSON value; members that are undefined are left out.
 * @throws TypeError for a fraction, an unsafe integer, a text that is not NFC, or anything not JSON
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
      return Object.is(value, -0) ? "0" : String(value);
    case "string":
      return stringText(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
      return objectText(value);
    default:
      throw new TypeError(`not JSON: ${typeof value}`);
  }
}

/** Printable ASCII without what JSON escapes: nearly all ids, times and codes. */
const plain = /^[ !#-[\]-~]*$/;

function stringText(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  if (/\p{Surrogate}/u.test(value)) throw new TypeError("a text with a lone surrogate");
  if (value.normalize("NFC") !== value) throw new TypeError("a text that is not NFC");
  return JSON.stringify(value);
}

function objectText(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("not a plain object");
  let text = "";
  // RFC 8785 §3.2.3: by UTF-16 code units, which is how `sort` compares texts
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined)
      text += `${text === "" ? "" : ","}${stringText(key)}:${canonicalText(member)}`;
  }
  return `{${text}}`;
}
