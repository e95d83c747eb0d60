/** A paper that asks for everything that painting can: each page for something else. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { png } from "./pictures";

const require = createRequire(import.meta.url);
const face = readFileSync(
  require.resolve("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
);

/** The page whose colours a transfer function bends, which only a document's filters do. */
export const pageBeyondThreads = 6;
export const variedPages = 6;

export async function variedPaper(): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 72, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on("end", resolve));
  for (const draw of [letters, pictures, softMasks, turnedPage, characterMap, transferFunction]) {
    document.addPage();
    draw(document);
  }
  document.end();
  await ended;
  return Buffer.concat(parts);
}

type Paper = InstanceType<typeof PDFDocument>;

/** The fonts that every reader has to have, and one that the paper brings. */
function letters(document: Paper): void {
  const own = ["Helvetica", "Times-Italic", "Courier-Bold", "Symbol", "ZapfDingbats"];
  for (const name of own) document.font(name).fontSize(18).text("Hamburgefonts 0123456789");
  document.registerFont("own", face);
  document.font("own").fontSize(22).text("Nghị quyết về phân cấp quản lý đất đai, sửa đổi Điều 5");
}

function pictures(document: Paper): void {
  document.image(png(60, 40), 72, 72, { width: 300 });
  const across = document.linearGradient(72, 300, 520, 300);
  across.stop(0, "#1e4c8f").stop(1, "#f2c14e");
  document.rect(72, 300, 450, 120).fill(across);
  document.circle(200, 560, 90).lineWidth(7).dash(11, { space: 5 }).stroke("#a3262a");
}

/** A colour that fades, by the brightness of a group. */
function softMasks(document: Paper): void {
  document.font("Helvetica").fontSize(40).fillColor("#000").text("Beneath what fades", 72, 120);
  const fading = document.linearGradient(72, 100, 520, 100);
  fading.stop(0, "#a3262a", 1).stop(1, "#a3262a", 0);
  document.rect(72, 100, 450, 90).fill(fading);
  const glow = document.radialGradient(300, 450, 0, 300, 450, 180);
  glow.stop(0, "#1e4c8f", 0.9).stop(0.6, "#1e4c8f", 0.2).stop(1, "#1e4c8f", 0);
  document.circle(300, 450, 180).fill(glow);
}

function turnedPage(document: Paper): void {
  Object.assign(document.page.dictionary.data, { Rotate: 90 });
  document.font("own").fontSize(26).fillColor("#000").text("Trang nằm ngang, quay một phần tư");
}

/** Letters that the paper names by a character map of ours, of a font that it does not bring. */
function characterMap(document: Paper): void {
  const descriptor = document.ref({
    Type: "FontDescriptor",
    FontName: "HeiseiMin-W3",
    Flags: 6,
    FontBBox: [-123, -257, 1001, 910],
    ItalicAngle: 0,
    Ascent: 723,
    Descent: -241,
    CapHeight: 709,
    StemV: 69,
  });
  const descendant = document.ref({
    Type: "Font",
    Subtype: "CIDFontType0",
    BaseFont: "HeiseiMin-W3",
    // Bytes are strings of a PDF here, where JavaScript's are names.
    CIDSystemInfo: {
      Registry: Buffer.from("Adobe"),
      Ordering: Buffer.from("Japan1"),
      Supplement: 2,
    },
    FontDescriptor: descriptor,
    DW: 600,
  });
  const font = document.ref({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: "HeiseiMin-W3",
    Encoding: "UniJIS-UCS2-H",
    DescendantFonts: [descendant],
  });
  document.page.fonts.Mapped = font;
  const hex = Buffer.from("Character map 123", "utf16le").swap16().toString("hex");
  document.addContent(`BT /Mapped 30 Tf 1 0 0 -1 72 200 Tm <${hex}> Tj ET`);
  for (const object of [descriptor, descendant, font]) end(object);
}

function transferFunction(document: Paper): void {
  const inverted = document.ref({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [1],
    C1: [0],
    N: 1,
  });
  const state = document.ref({ Type: "ExtGState", TR: inverted });
  document.page.ext_gstates.Bent = state;
  document.addContent("/Bent gs");
  document.image(png(60, 40), 72, 72, { width: 300 });
  document.font("Helvetica").fontSize(30).fillColor("#1e4c8f").text("Bent colours", 72, 400);
  for (const object of [inverted, state]) end(object);
}

/** Its types ask for a last piece, which would make a stream of what is none. */
const end = (object: ReturnType<Paper["ref"]>) => Reflect.apply(object.end, object, []);
