import { type MarkTool, markTools } from "./tooling";

/** The letter that takes each tool. */
export const toolKeys: Readonly<Record<MarkTool, string>> = {
  ink: "p",
  highlight: "h",
  underline: "u",
  strike: "x",
  note: "n",
  eraser: "e",
};

export function toolOfKey(key: string): MarkTool | null {
  return markTools.find((tool) => toolKeys[tool] === key) ?? null;
}
