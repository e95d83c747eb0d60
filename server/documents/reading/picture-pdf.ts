/** A picture, or the pages of a scan in TIFF, as a PDF: each on a page of its own shape, no larger than A4. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFDocument,
  PDFName,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from "@cantoo/pdf-lib";
import decodeWebp, { init as initWebp } from "@jsquash/webp/decode.js";
import type { ConvertibleKind } from "../inspection";

/** A script that gives no names to import. */
const require = createRequire(import.meta.url);
const tiffs = require("utif2") as typeof import("utif2");

/** Points: A4, in the direction that the picture has. */
const longSide = 841.89;
const shortSide = 595.28;
/** A picture of more pixels is a bomb or a poster that no tablet shows; in memory it is four bytes a pixel. */
const maxPixels = 120_000_000;
const maxTiffPages = 500;

/** @throws Error for what is no such picture, or too large a one */
export async function pictureToPdf(bytes: Uint8Array, kind: ConvertibleKind): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  if (kind === "png" || kind === "jpeg") {
    const image = kind === "png" ? await document.embedPng(bytes) : await document.embedJpg(bytes);
    const page = addPage(document, image.width, image.height);
    page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    if (kind === "jpeg") page.setRotation(degrees(turnOf(Buffer.from(bytes))));
  } else if (kind === "webp") {
    drawPixels(document, await decodedWebp(bytes));
  } else {
    for (const pixels of decodedTiff(bytes)) drawPixels(document, pixels);
  }
  return document.save({ useObjectStreams: false });
}

type Pixels = { data: Uint8Array | Uint8ClampedArray; width: number; height: number };

function addPage(document: PDFDocument, width: number, height: number): PDFPage {
  if (!(width > 0 && height > 0) || width * height > maxPixels) throw new Error("Not to be shown.");
  const [maxWidth, maxHeight] = width > height ? [longSide, shortSide] : [shortSide, longSide];
  const scale = Math.min(maxWidth / width, maxHeight / height);
  return document.addPage([width * scale, height * scale]);
}

/** Pixels as they are; what shines through lies on white. */
function drawPixels(document: PDFDocument, { data, width, height }: Pixels): void {
  const page = addPage(document, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    const cover = (data[from + 3] ?? 255) / 255;
    for (let colour = 0; colour < 3; colour += 1) {
      rgb[to + colour] = Math.round((data[from + colour] ?? 0) * cover + 255 * (1 - cover));
    }
  }
  const image = document.context.register(
    document.context.flateStream(rgb, {
      Type: "XObject",
      Subtype: "Image",
      Width: width,
      Height: height,
      ColorSpace: "DeviceRGB",
      BitsPerComponent: 8,
    }),
  );
  page.node.setXObject(PDFName.of("Picture"), image);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(page.getWidth(), 0, 0, page.getHeight(), 0, 0),
    drawObject("Picture"),
    popGraphicsState(),
  );
}

async function decodedWebp(bytes: Uint8Array): Promise<Pixels> {
  const library = path.dirname(require.resolve("@jsquash/webp/package.json"));
  // The package would fetch its WebAssembly by an address, which a process has none of.
  await initWebp({ wasmBinary: await readFile(path.join(library, "codec/dec/webp_dec.wasm")) });
  return decodeWebp(Uint8Array.from(bytes).buffer);
}

function* decodedTiff(bytes: Uint8Array): Generator<Pixels> {
  const whole = Uint8Array.from(bytes).buffer;
  const pages = tiffs.decode(whole).slice(0, maxTiffPages);
  for (const page of pages) {
    // Told before the pixels are unpacked: width and height are entries of the page's own table.
    const [width, height] = [Number(page.t256), Number(page.t257)];
    if (!(width > 0 && height > 0) || width * height > maxPixels)
      throw new Error("Not to be shown.");
    tiffs.decodeImage(whole, page);
    yield { data: tiffs.toRGBA8(page), width: page.width, height: page.height };
    page.data = new Uint8Array();
  }
}

/** Cameras lay every picture down and note which side was up (EXIF 2.3, tag 0x0112). */
function turnOf(jpeg: Buffer): 0 | 90 | 180 | 270 {
  const exif = jpeg.subarray(0, 65_536).indexOf("Exif\0\0", 0, "latin1");
  if (exif < 0) return 0;
  const table = jpeg.subarray(exif + 6, exif + 65_536);
  if (table.length < 10) return 0;
  const isLittle = table.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? table.readUInt16LE(at) : table.readUInt16BE(at));
  const first = isLittle ? table.readUInt32LE(4) : table.readUInt32BE(4);
  if (first + 2 > table.length) return 0;
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 10 > table.length) return 0;
    if (short(at) === 0x0112) return turns[short(at + 8)] ?? 0;
  }
  return 0;
}

const turns: Readonly<Record<number, 90 | 180 | 270>> = { 3: 180, 6: 90, 8: 270 };
