import { ListTree } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutlineEntry } from "../../domain/documents";
import { classes, EmptyFace, PlainButton } from "../ui";
import { useReader } from "./reader-context";
import { useReading } from "./reading";

type Line = { title: string; depth: number; to: OutlineEntry["to"] };

/** The paper's own contents, as its maker laid them down; the part being read stands out. */
export function Contents({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations("reader");
  const { outline } = useReading();
  const { desk, jump, packPage } = useReader();
  const lines = linesOf(outline?.outline ?? [], 0);
  if (lines.length === 0) {
    return (
      <EmptyFace icon={ListTree} title={t("noContents")}>
        {t("noContentsExplain")}
      </EmptyFace>
    );
  }
  const current = lines.findLastIndex(({ to }) => to !== null && to.page <= desk.page);
  return (
    <ol className="p-1">
      {lines.map(({ title, depth, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings repeat, and the list is never reordered
        <li key={at} style={{ paddingInlineStart: depth * 10 }}>
          {to === null ? (
            <span className="block px-2 py-1.5 text-small text-muted">{title}</span>
          ) : (
            <PlainButton
              current={at === current}
              onPress={() => {
                jump({ page: to.page, ...(to.y !== null && { box: lineAt(to.y) }) });
                onLeave?.();
              }}
              className={classes(
                "grid min-h-11 w-full content-center rounded-2 px-2 py-1.5 text-start text-small hover:bg-surface-2",
                at === current && "bg-primary-soft font-[600] text-on-primary-soft",
              )}
            >
              <span className="line-clamp-3 break-words">{title}</span>
              <span className="text-caption font-[400] text-muted tabular-nums">
                {t("pageShort", { n: packPage(to.page) })}
              </span>
            </PlainButton>
          )}
        </li>
      ))}
    </ol>
  );
}

const lineAt = (y: number) => ({ x: 0, y, width: 0, height: 0 });

/** Deeper than this nobody reads in a rail. */
const deepest = 4;

function linesOf(entries: readonly OutlineEntry[], depth: number): Line[] {
  return entries.flatMap(({ title, to, children }) => [
    { title, to, depth },
    ...(depth < deepest ? linesOf(children, depth + 1) : []),
  ]);
}
