import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui";
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
