/**
 * The spelling of our Vietnamese: composed letters (NFC), the tone on the first vowel of an open oa, oe, uy
 * (hóa, khỏe, ủy, as laws are printed) and on the second before a consonant (hoàn); nobody is addressed as "bạn".
 */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { sourceFiles } from "./source-files";

const rules: { pattern: RegExp; advice: string }[] = [
  {
    pattern: /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu,
    advice: "the tone goes on the first vowel: hóa, khỏe, ủy",
  },
  {
    pattern: /\p{L}*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\p{L}+/giu,
    advice: "before a consonant the tone goes on the second vowel: hoàn, chuyến",
  },
  { pattern: /(?<!\p{L})bạn(?!\p{L})/giu, advice: "no pronoun: name the act or the office" },
];

export async function checkVietnamese(): Promise<{ ok: boolean; output: string }> {
  const folder = "app/messages/vi";
  const files = existsSync(folder) ? await sourceFiles(folder, [".ts"]) : [];
  const complaints = await Promise.all(files.map(complaintsAbout));
  const output = complaints.flat();
  return { ok: output.length === 0, output: output.join("\n") };
}

async function complaintsAbout(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8");
  const complaints = text
    .split("\n")
    .flatMap((line, index) =>
      rules.flatMap(({ pattern, advice }) =>
        [...line.matchAll(pattern)].map(([word]) => `${file}:${index + 1} "${word}": ${advice}`),
      ),
    );
  if (text !== text.normalize("NFC")) complaints.push(`${file}: letters must be composed (NFC)`);
  return complaints;
}
