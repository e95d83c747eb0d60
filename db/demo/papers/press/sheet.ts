/** Ink on paper: one PDF with our faces, real spaces, outline and fixed dates, y growing downwards. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

export type Face = "roman" | "bold" | "italic" | "sans" | "sansBold";
export type Colour =
  | "ink"
  | "red"
  | "grey"
  | "blue"
  | "gold"
  | "green"
  | "rust"
  | "pale"
  | "water"
  | "land"
  | "white";

const require = createRequire(import.meta.url);
const serif = "@expo-google-fonts/source-serif-4";
const sans = "@expo-google-fonts/inter";
const files: Record<Face, string> = {
  roman: `${serif}/400Regular/SourceSerif4_400Regular.ttf`,
  bold: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  italic: `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  sans: `${sans}/400Regular/Inter_400Regular.ttf`,
  sansBold: `${sans}/600SemiBold/Inter_600SemiBold.ttf`,
};
const inks: Record<Colour, string> = {
  ink: "0.08 0.09 0.11",
  red: "0.545 0.05 0.05",
  grey: "0.45 0.48 0.53",
  blue: "0.118 0.298 0.561",
  gold: "0.72 0.53 0.04",
  green: "0.04 0.416 0.357",
  rust: "0.698 0.227 0.07",
  pale: "0.925 0.937 0.957",
  water: "0.83 0.9 0.96",
  land: "0.955 0.945 0.9",
  white: "1 1 1",
};
/** Parsed once for all papers, with the layouts of words met so far: parsing is most of a short paper's cost. */
const parsed = new Map<Face, Pick<PDFKit.EmbeddedFace, "font" | "layoutCache">>();

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const vietnamese = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")));
const letters = [
  ...ascii,
  ...[...vietnamese, "đ"].flatMap((letter) => [letter, letter.toUpperCase()]),
  ..."–—…“”‘’·≤≥²³°×",
];

function openFace(document: PDFKit.PDFDocument, face: Face): PDFKit.EmbeddedFace {
  const known = parsed.get(face);
  if (known === undefined) document.registerFont(face, readFileSync(require.resolve(files[face])));
  else document.registerFont(face, known.font);
  document.font(face);
  const opened = document._font;
  if (known === undefined) {
    // A letter met first as a part of another glyph would lose what it says (â within ấ): meet all now.
    for (const letter of letters) opened.font.layout(letter);
    parsed.set(face, opened);
  } else opened.layoutCache = known.layoutCache;
  return opened;
}

type Word = { operand: string; width: number };
type FaceInUse = { face: PDFKit.EmbeddedFace; words: Map<string, Word>; page: unknown };

export type PaperSize = { width: number; height: number };
export const sizes = {
  A4: { width: 595.28, height: 841.89 },
  A4Landscape: { width: 841.89, height: 595.28 },
  A3Landscape: { width: 1190.55, height: 841.89 },
  book: { width: 482, height: 680 },
} as const satisfies Record<string, PaperSize>;

export type SheetInfo = {
  title: string;
  author: string;
  subject: string;
  language: string;
  date: Date;
  size: PaperSize;
};

const short = (value: number) => String(Math.round(value * 100) / 100);

/** A PDF being written; coordinates in points from the top left. */
export class Sheet {
  readonly size: PaperSize;
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly faces = new Map<Face, FaceInUse>();
  private readonly open: PDFKit.PDFOutline[] = [];

  constructor(info: SheetInfo) {
    this.size = info.size;
    this.document = new PDFDocument({
      autoFirstPage: false,
      size: [info.size.width, info.size.height],
      margin: 0,
      lang: info.language,
      displayTitle: true,
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Creator: "E-Cabinet demonstration",
        Producer: "E-Cabinet demonstration",
        CreationDate: info.date,
        ModDate: info.date,
      },
    });
    this.document.on("data", (chunk: Buffer) => this.chunks.push(chunk));
  }

  newPage(): void {
    this.document.addPage();
  }

  /** Width in points of one word without spaces around it. */
  width(face: Face, size: number, word: string): number {
    return (this.word(face, word).width * size) / 1000;
  }

  /** Puts words on a baseline; `gap` is the width of the space between two words in points. */
  line(
    words: readonly { face: Face; text: string }[],
    size: number,
    x: number,
    baseline: number,
    gap: number,
    colour: Colour = "ink",
  ): void {
    let out = `${inks[colour]} rg BT 1 0 0 -1 ${short(x)} ${short(baseline)} Tm`;
    let current: Face | null = null;
    words.forEach((word, index) => {
      if (word.face !== current) {
        out += `${current === null ? "" : "] TJ"} /${this.use(word.face)} ${short(size)} Tf [`;
        current = word.face;
      }
      out += this.word(word.face, word.text).operand;
      if (index < words.length - 1) {
        const space = this.word(word.face, " ");
        out += `${space.operand} ${short(space.width - (gap * 1000) / size)} `;
      }
    });
    if (current !== null) this.document.addContent(`${out}] TJ ET`);
  }

  /** One line of text with natural spaces, aligned on x. */
  label(
    text: string,
    face: Face,
    size: number,
    x: number,
    baseline: number,
    align: "left" | "center" | "right" = "left",
    colour: Colour = "ink",
  ): void {
    const width = this.textWidth(face, size, text);
    const left = align === "left" ? x : align === "center" ? x - width / 2 : x - width;
    const words = text.split(" ").map((word) => ({ face, text: word }));
    this.line(words, size, left, baseline, this.width(face, size, " "), colour);
  }

  textWidth(face: Face, size: number, text: string): number {
    const space = this.width(face, size, " ");
    return text
      .split(" ")
      .reduce((sum, word) => sum + this.width(face, size, word) + space, -space);
  }

  rule(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    thickness = 0.6,
    colour: Colour = "ink",
    dash = "",
  ): void {
    this.document.addContent(
      `${inks[colour]} RG ${thickness} w [${dash}] 0 d ${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l S`,
    );
  }

  box(x: number, y: number, width: number, height: number, fill: Colour): void {
    this.document.addContent(
      `${inks[fill]} rg ${short(x)} ${short(y)} ${short(width)} ${short(height)} re f`,
    );
  }

  /** An open or closed line through points, stroked or filled. */
  path(
    points: readonly (readonly [number, number])[],
    style: { stroke?: Colour; fill?: Colour; thickness?: number; dash?: string; close?: boolean },
  ): void {
    const steps = points
      .map(([x, y], index) => `${short(x)} ${short(y)} ${index === 0 ? "m" : "l"}`)
      .join(" ");
    if (style.fill !== undefined) this.document.addContent(`${inks[style.fill]} rg ${steps} h f`);
    if (style.stroke !== undefined) {
      this.document.addContent(
        `${inks[style.stroke]} RG ${style.thickness ?? 1} w 1 j 1 J [${style.dash ?? ""}] 0 d ${steps}${style.close === true ? " h" : ""} S 0 j 0 J`,
      );
    }
  }

  disc(x: number, y: number, radius: number, fill: Colour): void {
    const points = Array.from({ length: 20 }, (_, index) => {
      const angle = (index / 20) * Math.PI * 2;
      return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const;
    });
    this.path(points, { fill });
  }

  /** Adds a bookmark to the current page; a level deeper than its predecessor's child is made one. */
  bookmark(title: string, level: number): void {
    this.open.length = Math.min(this.open.length, level - 1);
    const parent = this.open.at(-1) ?? this.document.outline;
    this.open.push(parent.addItem(title, { expanded: level === 1 }));
  }

  finish(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.document.on("end", () => resolve(Buffer.concat(this.chunks)));
      this.document.on("error", reject);
      this.document.end();
    });
  }

  private inUse(face: Face): FaceInUse {
    const known = this.faces.get(face);
    if (known !== undefined) return known;
    const fresh: FaceInUse = { face: openFace(this.document, face), words: new Map(), page: null };
    this.faces.set(face, fresh);
    return fresh;
  }

  private use(name: Face): string {
    const inUse = this.inUse(name);
    if (inUse.page !== this.document.page) {
      inUse.page = this.document.page;
      this.document.page.fonts[inUse.face.id] = inUse.face.ref();
    }
    return inUse.face.id;
  }

  private word(name: Face, text: string): Word {
    const inUse = this.inUse(name);
    const known = inUse.words.get(text);
    if (known !== undefined) return known;
    const [codes, positions] = inUse.face.encode(text);
    let operand = "<";
    let width = 0;
    codes.forEach((code, index) => {
      const position = positions[index];
      if (position === undefined) return;
      const kern = position.advanceWidth - position.xAdvance;
      width += position.xAdvance;
      operand += kern === 0 ? code : `${code}> ${short(kern)} <`;
    });
    const fresh = { operand: `${operand}>`, width };
    inUse.words.set(text, fresh);
    return fresh;
  }
}
