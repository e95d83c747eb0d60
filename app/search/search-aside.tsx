import { useTranslations } from "use-intl";
import type { AsideProps } from "../reader/reader-context";
import { Sheet } from "../ui";
import { tabSearch } from "./ask.client";
import { SearchPanel } from "./search-panel";
import { useSearch } from "./use-search";

/**
 * The panel beside the paper, 444 wide; where there is no room, from the bottom, and a hit folds it away. It comes with
 * the page: who presses Ctrl+F types on at once, and a field that is still coming hears nothing.
 */
export function SearchAside({ as }: AsideProps) {
  const t = useTranslations("search");
  const { state, close } = useSearch();
  const isWanted = as === "sheet" ? state.mode === "list" : state.mode !== "closed";
  if (!isWanted) return null;
  return as === "sheet" ? (
    <Sheet title={t("title")} isOpen onClose={close}>
      <SearchPanel withClose={false} onGone={() => tabSearch().fold()} />
    </Sheet>
  ) : (
    <aside
      aria-label={t("title")}
      className="flex w-111 shrink-0 flex-col border-e border-border bg-surface"
    >
      <SearchPanel withClose />
    </aside>
  );
}
