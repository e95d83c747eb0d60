/** The palette of marks (design/BLUEPRINT §12) as PDF wants colours: red, green, blue from 0 to 1. */
import type { MarkColour } from "../../../domain/marks";

export type Colour = readonly [number, number, number];

const rgb = (hex: number): Colour => [
  ((hex >> 16) & 0xff) / 255,
  ((hex >> 8) & 0xff) / 255,
  (hex & 0xff) / 255,
];

/** `fill` lies behind words; `edge` is what is drawn as a line. */
const palette: Record<MarkColour, { fill: Colour; edge: Colour }> = {
  attention: { fill: rgb(0xffe27a), edge: rgb(0xb98a00) },
  amend: { fill: rgb(0xffc9da), edge: rgb(0xb5446e) },
  basis: { fill: rgb(0xbfe1ff), edge: rgb(0x2c78b8) },
  question: { fill: rgb(0xcfebaa), edge: rgb(0x5b8a1c) },
};
const ink = { fill: rgb(0xffffff), edge: rgb(0x1b3fa8) };

export const coloursOf = (colour: MarkColour | null) => (colour === null ? ink : palette[colour]);
