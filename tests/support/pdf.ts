/** PDF files written by hand, so that tests know every byte: whole ones, and broken ones of each kind. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export type PdfOptions = {
  /** what each page says, in Latin letters; one page per entry */
  pages: readonly string[];
  /** in points */
  size?: { width: number; height: number };
  /** entries of the document's catalogue, e.g. an action on opening */
  catalogue?: string;
  /** more objects, which `catalogue` may refer to: the first is object 3 */
  objects?: readonly string[];
  /** the letter A is to be read as this text, as papers with their own fonts do */
  letterA?: string;
  /** the font's name, which then says nothing of its letters but that they are Latin-1 */
  fontName?: string;
  /** the size stands once, at the root of the pages, as many writers put it */
  sizeAtRoot?: boolean;
  /** more entries of every page, e.g. its annotations */
  pageEntries?: string;
  /** RC4 as PDF 1.4 has it; an empty user password opens for everybody (only printing is guarded) */
  passwords?: { user: string; owner: string };
};

/** A whole, valid PDF. */
export function pdf({
  pages,
  size = { width: 595, height: 842 },
  catalogue = "",
  objects = [],
  letterA,
  fontName,
  pageEntries = "",
  sizeAtRoot = false,
  passwords,
}: PdfOptions): Buffer {
  const font = 3 + objects.length;
  const first = font + 2;
  const kids = pages.map((_text, index) => `${first + index * 2} 0 R`).join(" ");
  const id = createHash("md5").update(pages.join("\n")).digest();
  const box = `/MediaBox[0 0 ${size.width} ${size.height}]`;
  const guard = passwords && guarded(passwords, id);
  const bodies: Buffer[] = [
    latin(`<</Type/Catalog/Pages 2 0 R ${catalogue}>>`),
    latin(`<</Type/Pages${sizeAtRoot ? box : ""}/Count ${pages.length}/Kids[${kids}]>>`),
    ...objects.map(latin),
    latin(
      fontName === undefined
        ? `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode ${font + 1} 0 R>>`
        : `<</Type/Font/Subtype/TrueType/BaseFont/${fontName}/Encoding/WinAnsiEncoding>>`,
    ),
    stream(latin(toUnicode(letterA ?? "A")), font + 1, guard?.key),
    ...pages.flatMap((text, index) => [
      latin(
        `<</Type/Page/Parent 2 0 R${sizeAtRoot ? "" : box}` +
          `/Resources<</Font<</F ${font} 0 R>>>>/Contents ${first + index * 2 + 1} 0 R ${pageEntries}>>`,
      ),
      stream(latin(drawn(text, size.height)), first + index * 2 + 1, guard?.key),
    ]),
  ];
  const encrypt = guard ? bodies.push(latin(guard.dictionary)) : null;
  return assembled(bodies, id, encrypt);
}

/** A PDF that stops where a broken upload would: its end is missing. */
export function truncatedPdf(): Buffer {
  const whole = pdf({ pages: Array.from({ length: 60 }, (_, page) => `Page ${page + 1}`) });
  return whole.subarray(0, Math.floor(whole.length * 0.6));
}

export function pdfWithJavaScript(): Buffer {
  return pdf({
    pages: ["This page would greet."],
    catalogue: "/OpenAction 3 0 R",
    objects: ["<</S/J#61vaScript/JS(app.alert\\(1\\))>>"],
  });
}

/** The same, hidden in a compressed object stream to which nothing points. */
export function pdfWithHiddenLaunch(): Buffer {
  const objects = deflateSync(latin("9 0 <</S/Launch/F(calc.exe)>>"));
  return pdf({
    pages: ["This page would start a program."],
    objects: [
      `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${objects.length}>>\nstream\n${objects.toString("latin1")}\nendstream`,
    ],
  });
}

/** Small as a file, endless to read: every page draws the same letters millions of times. */
export function tiringPdf(): Buffer {
  const letters = deflateSync(latin(`BT /F 1 Tf ${"1 0 Td (tired) Tj ".repeat(2_000_000)} ET`));
  const source = pdf({
    pages: [""],
    objects: [
      `<</Filter/FlateDecode/Length ${letters.length}>>\nstream\n${letters.toString("latin1")}\nendstream`,
    ],
  }).toString("latin1");
  // ten times the same stream: no processor reads it within a test's patience
  return latin(source.replace(/\/Contents \d+ 0 R/, `/Contents [${"3 0 R ".repeat(10)}]`));
}

function drawn(text: string, height: number): string {
  const lines = text
    .split("\n")
    .map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`)
    .join(" ");
  return `BT /F 14 Tf 18 TL 72 ${height - 90} Td ${lines} ET`;
}

function toUnicode(letterA: string): string {
  const hex = Buffer.from(letterA, "utf16le").swap16().toString("hex");
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <40> <0020> endbfrange
1 beginbfrange <42> <7E> <0042> endbfrange
1 beginbfchar <41> <${hex}> endbfchar
endcmap end end`;
}

function stream(content: Buffer, object: number, key: Buffer | undefined): Buffer {
  const packed = deflateSync(content);
  const bytes = key === undefined ? packed : rc4(objectKey(key, object), packed);
  return Buffer.concat([
    latin(`<</Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`),
    bytes,
    latin("\nendstream"),
  ]);
}

function assembled(bodies: readonly Buffer[], id: Buffer, encrypt: number | null): Buffer {
  const parts: Buffer[] = [latin("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, body] of bodies.entries()) {
    offsets.push(at);
    add(Buffer.concat([latin(`${index + 1} 0 obj\n`), body, latin("\nendobj\n")]));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const hex = id.toString("hex");
  parts.push(
    latin(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}` +
        `trailer\n<</Size ${bodies.length + 1}/Root 1 0 R/ID[<${hex}><${hex}>]` +
        `${encrypt === null ? "" : `/Encrypt ${encrypt} 0 R`}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** The standard security handler, revision 2 (PDF 1.4, §3.5.2): 40-bit keys, enough to be locked. */
function guarded(passwords: { user: string; owner: string }, id: Buffer) {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-64);
  const owner = rc4(md5(padded(passwords.owner)).subarray(0, 5), padded(passwords.user));
  const key = md5(padded(passwords.user), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    key,
    dictionary: `<</Filter/Standard/V 1/R 2/P -64/O<${owner.toString("hex")}>/U<${user.toString("hex")}>>>`,
  };
}

const padding = Buffer.from(
  "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A",
  "hex",
);

const padded = (password: string): Buffer => Buffer.concat([latin(password), padding], 32);

function objectKey(key: Buffer, object: number): Buffer {
  const number = Buffer.from([object & 0xff, (object >> 8) & 0xff, (object >> 16) & 0xff, 0, 0]);
  return md5(key, number).subarray(0, key.length + 5);
}

const md5 = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

/** Written out: today's OpenSSL no longer offers it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + (state[i] ?? 0)) & 0xff;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
    }),
  );
}

function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}
