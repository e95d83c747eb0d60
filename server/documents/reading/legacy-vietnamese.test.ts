import { describe, expect, test } from "vitest";
import {
  fromLegacy,
  type LegacyEncoding,
  legacyEncodingOf,
  looksLegacy,
  speaksUnicode,
} from "./legacy-vietnamese";

const unicode = (text: string, legacy: LegacyEncoding) =>
  fromLegacy([...text].map((sign) => ({ text: sign, legacy })))
    .map((letter) => letter.text)
    .join("")
    .normalize("NFC");

test.each([
  [".VnTime", "tcvn3"],
  ["ABCDEF+.VnArial,Bold", "tcvn3"],
  [".VnTimeH", "tcvn3_capitals"],
  [".VnArialH-Bold", "tcvn3_capitals"],
  ["VNI-Times", "vni"],
  ["QWERTY+VNI-Helve-Condense", "vni"],
  ["TimesNewRomanPSMT", null],
  ["Vnu", null],
  ["", null],
])("the font %s says %s", (name, encoding) => {
  expect(legacyEncodingOf(name)).toBe(encoding);
});

test("a font with an old name may speak Unicode nevertheless", () => {
  expect(speaksUnicode("Cộng hoà")).toBe(true);
  expect(speaksUnicode("Coäng hoøa, Céng hoµ")).toBe(false);
});

describe("as Unicode", () => {
  test.each([
    ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    ["§éc lËp - Tù do - H¹nh phóc", "tcvn3", "Độc lập - Tự do - Hạnh phúc"],
    [
      "NghÞ quyÕt vÒ ®Êt ®ai, ph\u00AD¬ng ¸n bæ sung",
      "tcvn3",
      "Nghị quyết về đất đai, phương án bổ sung",
    ],
    ["céng hoµ x· héi", "tcvn3_capitals", "CỘNG HOÀ XÃ HỘI"],
    ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    ["Ñoäc laäp - Töï do - Haïnh phuùc", "vni", "Độc lập - Tự do - Hạnh phúc"],
    ["ÑÒA PHÖÔNG, thöôøng kyø, yù kieán", "vni", "ĐỊA PHƯƠNG, thường kỳ, ý kiến"],
  ] as const)("%s (%s)", (text, encoding, meant) => {
    expect(unicode(text, encoding)).toBe(meant.normalize("NFC"));
  });
});

describe("by its letters alone", () => {
  test.each([
    [
      "TCVN3",
      "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc, c¬ quan ®¹i diÖn cho nh©n d©n thùc hiÖn quyÒn lùc nhµ n­íc",
      true,
    ],
    [
      "VNI",
      "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp, töï do, haïnh phuùc, cô quan ñaïi dieän cho nhaân daân thöïc hieän quyeàn löïc",
      true,
    ],
    ["Unicode", "Cộng hoà xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc", false],
    [
      "French",
      "Où va la réforme créée l'été dernier ? Le maïs, les héroïnes naïves et la forêt où l'on s'égare n'y changent rien, a déclaré le ministère.",
      false,
    ],
    [
      "Portuguese",
      "As ações das nações são questões de decisões, não há exceções às razões",
      false,
    ],
    [
      "English with signs",
      "Copyright© ACME® products «quoted» measure 5¾ inches; ½ mile of cable was laid, 20 µm thick, and all rights are reserved by the owners.",
      false,
    ],
    ["too little to say", "naïf ®", false],
  ])("%s", (_name, text, legacy) => {
    expect(looksLegacy(text.normalize("NFC"))).toBe(legacy);
  });
});
