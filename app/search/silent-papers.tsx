import { ScanText } from "lucide-react";
import { useTranslations } from "use-intl";
import type { SilentPaper } from "../../domain/search";
import { useText } from "../messages/text";

/** The papers in which search may miss what can be read. */
export function SilentPapers({ silent }: { silent: readonly SilentPaper[] }) {
  const t = useTranslations("search");
  const text = useText();
  if (silent.length === 0) return null;
  return (
    <ul className="max-h-32 shrink-0 overflow-auto border-t border-border px-4 py-2 sm:px-6">
      {silent.map(({ paper, reliability }) => (
        <li key={paper.documentId} className="flex items-start gap-3 py-1 text-small text-muted">
          <ScanText aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {t.rich(reliability === "none" ? "scan" : "unreliable", {
              title: text(paper.title),
              b: (title) => <b className="font-[650] text-ink">{title}</b>,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
