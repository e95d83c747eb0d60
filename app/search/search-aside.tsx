import { useTranslations } from "use-intl";
import type { AsideProps } from "../reader/reader-context";
import { Later, part, Sheet } from "../ui";
import { tabSearch } from "./ask.client";
import { useSearch } from "./use-search";

const searchPanel = part(() => import("./search-panel"));

/** The panel beside the paper, 444 wide; where there is no room, from the bottom, and a hit folds it away. */
export function SearchAside({ as }: AsideProps) {
  const t = useTranslations("search");
  const { state, close } = useSearch();
  const isWanted = as === "sheet" ? state.mode === "list" : state.mode !== "closed";
  return (
    <Later part={searchPanel} when={isWanted} onClose={close}>
      {({ SearchPanel }) =>
        as === "sheet" ? (
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
        )
      }
    </Later>
  );
}
