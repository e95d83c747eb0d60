import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemContent } from "../../domain/agenda";
import type { OfficeView } from "../../domain/meetings";
import type { BodyView } from "../../server/cabinet";
import { type Act, ConfirmDialog, mayNow, ReasonDialog } from "../acts";
import { useItemTitle } from "../agenda";
import type { LiveMeeting } from "../live/use-meeting";
import { announceDone, Button, Card } from "../ui";
import { ItemFields } from "./item-fields";
import { contentOf } from "./new-item";
import { PapersPanel } from "./papers-panel";
import { StaleNotice } from "./stale-notice";

export type ItemDraft = { content: ItemContent; basedOn: number };

/** One item with its papers. What is typed is kept until saved, whatever others do to the agenda meanwhile. */
export function ItemPanel(props: {
  item: OfficeView["items"][number];
  meeting: LiveMeeting;
  office: OfficeView;
  act: Act;
  body: BodyView | null;
  limitBytes: number;
  draft: ItemDraft | null;
  onDraft: (draft: ItemDraft | null) => void;
}) {
  const { item, meeting, office, act, body, limitBytes, draft, onDraft } = props;
  const { view } = meeting;
  const { meetingId } = view.shared;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const [isRemoving, setRemoving] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const content = draft?.content ?? contentOf(filled(item));
  const isStale = draft !== null && draft.basedOn !== item.edition;
  const mayEdit = mayNow(view, "agenda.edit_item");
  const isTitleMissing = content.title.vi.trim() === "";
  const save = async () => {
    setAsked(true);
    if (draft === null || isTitleMissing) return;
    const done = await act.run({
      type: "agenda.edit_item",
      meetingId,
      itemId: item.itemId,
      basedOnEdition: draft.basedOn,
      content: draft.content,
    });
    if (!done) return;
    onDraft(null);
    setAsked(false);
    announceDone(t("ui.saved"));
  };
  return (
    <Card className="min-w-0">
      <div className="px-5 pt-3.5 pb-4">
        <p className="text-small text-muted">{t("agenda.item", { n: item.number })}</p>
        {isStale && (
          <StaleNotice
            onTakeTheirs={() => onDraft(null)}
            onKeepMine={() => onDraft({ ...draft, basedOn: item.edition })}
          />
        )}
        <ItemFields
          content={content}
          body={body}
          isLocked={!mayEdit}
          titleError={isAsked && isTitleMissing ? t("ui.needed") : undefined}
          onChange={(next) => onDraft({ content: next, basedOn: draft?.basedOn ?? item.edition })}
        />
        {mayEdit && (
          <div className="mt-4 flex flex-wrap justify-between gap-3">
            <Button variant="danger" size="40" onPress={() => setRemoving(true)}>
              {t(item.published ? "builder.withdrawItem" : "builder.removeItem")}
            </Button>
            {draft !== null && (
              <span className="flex gap-2">
                <Button variant="neutral" size="40" onPress={() => onDraft(null)}>
                  {t("builder.discard")}
                </Button>
                <Button
                  variant="outlined"
                  size="40"
                  isDisabled={isStale || !act.isConnected}
                  isPending={act.underWay === "agenda.edit_item"}
                  onPress={save}
                >
                  {t("ui.save")}
                </Button>
              </span>
            )}
          </div>
        )}
      </div>
      <PapersPanel
        item={item}
        meeting={meeting}
        office={office}
        act={act}
        body={body}
        limitBytes={limitBytes}
      />
      {isRemoving &&
        (item.published ? (
          <ReasonDialog
            title={t("builder.withdrawItem")}
            subject={titleOf(item)}
            isRequired={false}
            confirm={t("builder.withdrawItem")}
            onClose={() => setRemoving(false)}
            onConfirm={(reason) =>
              act.run({ type: "item.withdraw", meetingId, itemId: item.itemId, reason })
            }
          />
        ) : (
          <ConfirmDialog
            danger
            title={t("builder.removeItem")}
            explain={t("builder.removeItemExplain", { title: titleOf(item) })}
            confirm={t("builder.removeItem")}
            onClose={() => setRemoving(false)}
            onConfirm={() =>
              act.run({ type: "agenda.remove_item", meetingId, itemId: item.itemId })
            }
          />
        ))}
    </Card>
  );
}

/** The office always sees titles; the type also covers viewers who do not. */
function filled(item: OfficeView["items"][number]): ItemContent {
  return { ...item, title: item.title ?? { vi: "", en: "" } };
}
