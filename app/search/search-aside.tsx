import { useTranslations } from "use-intl";
import type { AsideProps } from "../reader/reader-context";
import { Sheet } from "../ui";
import { tabSearch } from "./ask.client";
import { SearchPanel } from "./search-panel";
import { useSearch } from "./use-search";

/** The panel beside the paper, 444 wide; where there is no room, from the bottom, and a hit folds it away. */
export function SearchAside({ as }: AsideProps) {
  const t = useTranslations("search");
  const { state, close } = useSearch();
  if (as === "sheet")
    return (
      <Sheet title={t("title")} isOpen={state.mode === "list"} onClose={close}>
        <SearchPanel withClose={false} onGone={() => tabSearch().fold()} />
      </Sheet>
    );
  if (state.mode === "closed") return null;
  return (
    <aside
      aria-label={t("title")}
      className="flex w-111 shrink-0 flex-col border-e border-border bg-surface"
    >
      <SearchPanel withClose />
    </aside>
  );
}
