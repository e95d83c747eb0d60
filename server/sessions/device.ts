/** A browser's own description, shortened to what its owner recognises: `Safari · iPad`. Never trusted. */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? "").slice(0, 500);
  const browser = firstOf(text, [
    [/Edg(?:A|iOS)?\//, "Edge"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/Chrome\/|CriOS\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const machine = firstOf(text, [
    [/iPad/, "iPad"],
    [/iPhone/, "iPhone"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    // An iPad that asks for desktop pages says Macintosh too.
    [/Macintosh/, "Mac, iPad"],
    [/Linux/, "Linux"],
  ]);
  return [browser, machine].filter((word) => word !== null).join(" · ") || "?";
}

function firstOf(text: string, patterns: readonly (readonly [RegExp, string])[]): string | null {
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
