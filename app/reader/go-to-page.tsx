import { useState } from "react";
import { useTranslations } from "use-intl";
import { pageOfPack } from "../../domain/meetings";
import { Button, NumberField, TextField } from "../ui";
import { useReader } from "./reader-context";
import { useReading } from "./reading";

/** By the paper's own count, or by the running number that is said in the room. */
export function GoToPage({ onGone }: { onGone: () => void }) {
  const t = useTranslations("reader");
  const { desk, jump, packPage } = useReader();
  const goToPackPage = usePackPages();
  const [page, setPage] = useState(desk.page);
  const [wanted, setWanted] = useState("");
  const [isMissing, setMissing] = useState(false);
  const pages = desk.layout?.pages ?? 1;
  const go = () => {
    if (wanted.trim() === "") jump({ page });
    else if (!goToPackPage(wanted)) {
      setMissing(true);
      return;
    }
    onGone();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        go();
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
      <TextField
        label={t("goToPackLabel")}
        placeholder="212a"
        maxLength={9}
        autoComplete="off"
        value={wanted}
        onChange={(typed) => {
          setWanted(typed);
          setMissing(false);
        }}
        error={isMissing ? t("noSuchPackPage") : undefined}
      />
      <Button type="submit" variant="primary" wide>
        {t("go")}
      </Button>
    </form>
  );
}

/** Goes to a running number, in whichever paper it is; false: no paper here has it. */
function usePackPages(): (wanted: string) => boolean {
  const { desk, paper, holding, jump, packPage } = useReader();
  const { pack, choose, back } = useReading();
  return (wanted) => {
    const own = pageOfPack(holding.numbers, wanted);
    if (own !== null && own <= (desk.layout?.pages ?? 0)) {
      jump({ page: own });
      return true;
    }
    for (const other of pack) {
      const { holding: held, documentId } = other;
      if (held.type !== "file" || documentId === paper.documentId) continue;
      const page = pageOfPack(held.numbers, wanted);
      if (page === null || page > held.pages) continue;
      back.push({
        ...desk.place(),
        documentId: paper.documentId,
        packPage: packPage(desk.page),
      });
      choose(other, page);
      return true;
    }
    return false;
  };
}
