import { ChevronLeft, ChevronRight, Hash } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton, NumberField, Popover } from "../ui";
import { useReader } from "./reader-context";

/** To the page before and the page after. */
export function Leafing() {
  const t = useTranslations("reader");
  const { desk } = useReader();
  const pages = desk.layout?.pages ?? 1;
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t("previousPage")}
        isDisabled={desk.page <= 1}
        onPress={() => desk.turn(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={t("nextPage")}
        isDisabled={desk.page >= pages}
        onPress={() => desk.turn(1)}
      />
    </>
  );
}

export function GoToPageButton() {
  const t = useTranslations("reader");
  return (
    <Popover label={t("goToPage")} trigger={<IconButton icon={Hash} label={t("goToPage")} />}>
      {(close) => <GoToPage onGone={close} />}
    </Popover>
  );
}

export function GoToPage({ onGone }: { onGone: () => void }) {
  const t = useTranslations("reader");
  const { desk, jump, packPage } = useReader();
  const [page, setPage] = useState(desk.page);
  const pages = desk.layout?.pages ?? 1;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        jump({ page });
        onGone();
      }}
    >
      <NumberField
        label={t("goToPageLabel", { pages: String(pages) })}
        help={t("goToPackPage", { n: packPage(1) })}
        value={page}
        minValue={1}
        maxValue={pages}
        onChange={setPage}
      />
      <Button type="submit" variant="primary" wide>
        {t("go")}
      </Button>
    </form>
  );
}
