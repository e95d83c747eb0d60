import { EllipsisVertical, PencilLine, Share2, Square, Trash2, UsersRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { markColours } from "../../domain/marks";
import { IconButton, Menu, type MenuEntry } from "../ui";
import type { DrawnMark } from "./drawn-marks";
import { useMarkDesk } from "./mark-desk";
import { useMarkWords } from "./mark-words";
import { useTooling } from "./tooling";
import { useOffices, useWritable } from "./use-store";
import { useWriting } from "./use-writing";

/** What can be done with one's own mark; another's can only be answered. */
export function MarkMenu({ drawn }: { drawn: DrawnMark }) {
  const t = useTranslations("marks");
  const { isMine } = useMarkDesk();
  const { ask } = useTooling();
  const { remove, recolour } = useWriting();
  const { stored, mark } = drawn;
  const writable = useWritable();
  const offices = useOffices();
  const { authorOf } = useMarkWords();
  if (!isMine(drawn) || !writable.includes(stored.layer)) return null;
  const entries: MenuEntry[] = [
    {
      id: "edit",
      icon: PencilLine,
      label: t(mark.body === "" ? "addRemark" : "edit"),
      onAction: () => ask({ what: "edit", drawn }),
    },
    ...markColours
      .filter((colour) => colour !== mark.colour)
      .map((colour) => ({
        id: colour,
        icon: Square,
        label: t("changeColour", { colour: t(`colour.${colour}`) }),
        onAction: () => recolour(drawn, colour),
      })),
  ];
  if (stored.layer !== "office") {
    for (const owner of offices)
      entries.push({
        id: owner,
        icon: Share2,
        label:
          offices.length === 1 ? t("shareOffice") : t("shareOfficeOf", { name: authorOf(owner) }),
        onAction: () => ask({ what: "share", drawn, into: { layer: "office", owner } }),
      });
  }
  if (stored.layer !== "shared" && writable.includes("shared")) {
    entries.push({
      id: "share",
      icon: UsersRound,
      label: t("share"),
      onAction: () => ask({ what: "share", drawn, into: { layer: "shared" } }),
    });
  }
  entries.push({
    id: "remove",
    icon: Trash2,
    label: t("remove"),
    danger: true,
    onAction: () => remove(drawn),
  });
  return (
    <Menu
      label={t("actsOf")}
      trigger={<IconButton icon={EllipsisVertical} label={t("actsOf")} />}
      entries={entries}
    />
  );
}
