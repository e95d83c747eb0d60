import type { Snippet } from "../../domain/search";

/** The words around a find, at most two lines, what was found marked. */
export function SnippetLine({ snippet }: { snippet: Snippet }) {
  const { text, parts, cutBefore, cutAfter } = snippet;
  const pieces = parts.flatMap(({ start, end }, index) => [
    { start: parts[index - 1]?.end ?? 0, end: start, found: false },
    { start, end, found: true },
  ]);
  const rest = parts.at(-1)?.end ?? 0;
  return (
    <span className="line-clamp-2 text-pretty">
      {cutBefore && "…"}
      {pieces.map(({ start, end, found }) =>
        found ? (
          <mark key={start} className="found">
            {text.slice(start, end)}
          </mark>
        ) : (
          text.slice(start, end)
        ),
      )}
      {text.slice(rest)}
      {cutAfter && "…"}
    </span>
  );
}
