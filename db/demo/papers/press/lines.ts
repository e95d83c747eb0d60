/** Breaking text into lines: greedy, justified on demand, `**bold**` and `__italic__` inside. */
import type { Colour, Face, Sheet } from "./sheet";

export type Align = "justify" | "left" | "center" | "right";
export type Line = {
  words: { face: Face; text: string }[];
  natural: number;
  last: boolean;
  indent: number;
};

type Styled = { face: Face; text: string };

function styledWords(text: string, face: Face): Styled[] {
  if (!text.includes("**") && !text.includes("__")) {
    return text
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({ face, text: word }));
  }
  const words: Styled[] = [];
  let style: Face = face;
  for (const part of text.split(/(\*\*|__)/)) {
    if (part === "**") style = style === "bold" ? face : "bold";
    else if (part === "__") style = style === "italic" ? face : "italic";
    else
      for (const word of part.split(" ")) if (word !== "") words.push({ face: style, text: word });
  }
  return words;
}

/** Lines of a text set in a measure of `width` points, the first indented by `first`. */
export function breakLines(
  sheet: Sheet,
  text: string,
  face: Face,
  size: number,
  width: number,
  first = 0,
): Line[] {
  const lines: Line[] = [];
  let current: Styled[] = [];
  let used = 0;
  let indent = first;
  const close = (last: boolean) => {
    lines.push({ words: current, natural: used, last, indent });
    current = [];
    used = 0;
    indent = 0;
  };
  for (const paragraph of text.split("\n")) {
    for (const word of styledWords(paragraph, face)) {
      const wide = sheet.width(word.face, size, word.text);
      const space = current.length === 0 ? 0 : sheet.width(word.face, size, " ");
      if (current.length > 0 && used + space + wide > width - indent) {
        close(false);
        current.push(word);
        used = wide;
      } else {
        current.push(word);
        used += space + wide;
      }
    }
    close(true);
  }
  return lines;
}

/** Prints one line at a baseline within a measure. */
export function printLine(
  sheet: Sheet,
  line: Line,
  size: number,
  x: number,
  baseline: number,
  width: number,
  align: Align,
  colour: Colour = "ink",
): void {
  if (line.words.length === 0) return;
  const room = width - line.indent - line.natural;
  const gaps = line.words.length - 1;
  const space = sheet.width(line.words[0]?.face ?? "roman", size, " ");
  const spread = align === "justify" && !line.last && gaps > 0 && room < width * 0.2;
  const shift = align === "center" ? room / 2 : align === "right" ? room : 0;
  sheet.line(
    line.words,
    size,
    x + line.indent + shift,
    baseline,
    spread ? space + room / gaps : space,
    colour,
  );
}
