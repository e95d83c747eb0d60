/** The objects of a PDF as qpdf's JSON has them (version 2): names begin with "/", texts with "u:" or "b:", "5 0 R" refers. */
import { z } from "zod";

export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue };
export type PdfDictionary = { [key: string]: PdfValue };

const Entry = z.union([
  z.object({ value: z.custom<PdfValue>((value) => value !== undefined) }),
  z.object({ stream: z.object({ dict: z.custom<PdfDictionary>(isDictionary) }) }),
]);
const Document = z.object({
  qpdf: z.tuple([
    z.looseObject({ jsonversion: z.literal(2), maxobjectid: z.int() }),
    z.record(z.string(), Entry),
  ]),
});

const Reference = /^\d{1,10} \d{1,5} R$/;

/** All objects of one file, to be read and changed; `update` gives what changed as qpdf takes it. */
export class PdfObjects {
  readonly #head: { jsonversion: 2; maxobjectid: number };
  readonly #entries: Record<string, z.infer<typeof Entry>>;
  readonly #changed = new Set<string>();
  #last: number;

  constructor(json: unknown) {
    const [head, entries] = Document.parse(json).qpdf;
    this.#head = head;
    this.#entries = entries;
    this.#last = head.maxobjectid;
  }

  keys(): string[] {
    return Object.keys(this.#entries).filter((key) => key.startsWith("obj:"));
  }

  /** Of a stream, its dictionary. */
  value(key: string): PdfValue {
    const entry = this.#entries[key];
    if (entry === undefined) return null;
    return "value" in entry ? entry.value : entry.stream.dict;
  }

  set(key: string, value: PdfValue): void {
    const entry = this.#entries[key];
    if (entry !== undefined && "stream" in entry && isDictionary(value)) entry.stream.dict = value;
    else this.#entries[key] = { value };
    this.#changed.add(key);
  }

  /** A new object; gives the reference to it. */
  add(value: PdfValue): string {
    this.#last += 1;
    const reference = `${this.#last} 0 R`;
    this.set(`obj:${reference}`, value);
    return reference;
  }

  /** What a value stands for: itself, or the object that it refers to. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current: PdfValue = value ?? null;
    for (let hops = 0; hops < 32 && isReference(current); hops += 1) {
      current = this.value(`obj:${current}`);
    }
    return isReference(current) ? null : current;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const resolved = this.resolve(value);
    return isDictionary(resolved) ? resolved : null;
  }

  get trailer(): PdfDictionary {
    const trailer = this.value("trailer");
    return isDictionary(trailer) ? trailer : {};
  }

  update(): string {
    const entries = [...this.#changed].map((key) => [key, this.#entries[key]]);
    return JSON.stringify({
      version: 2,
      parameters: { decodelevel: "none" },
      qpdf: [{ ...this.#head, maxobjectid: this.#last }, Object.fromEntries(entries)],
    });
  }
}

export function isReference(value: PdfValue): value is string {
  return typeof value === "string" && Reference.test(value);
}

export function isDictionary(value: unknown): value is PdfDictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
