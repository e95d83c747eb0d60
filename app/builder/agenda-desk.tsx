import { FileCheck2, ListPlus, Lock, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ItemId } from "../../domain/ids";
import type { OfficeView } from "../../domain/meetings";
import type { BodyView } from "../../server/cabinet";
import { type Act, mayNow } from "../acts";
import { useItemTitle } from "../agenda";
import type { LiveMeeting } from "../live/use-meeting";
import {
  Button,
  Card,
  CardHeader,
  EmptyFace,
  Notice,
  SortableList,
  type SortableRow,
  Tag,
} from "../ui";
import { type ItemDraft, ItemPanel } from "./item-panel";
import { MissingPanel } from "./missing-panel";
import { newItemContent } from "./new-item";

/** The agenda as a numbered tree, the item at hand with its papers, and what is missing. */
export function AgendaDesk(props: {
  meeting: LiveMeeting;
  office: OfficeView;
  act: Act;
  body: BodyView | null;
  limitBytes: number;
  /** how often somebody asked to submit while something required is missing */
  asked: number;
  selected: ItemId | null;
  onSelect: (itemId: ItemId | null) => void;
}) {
  const { meeting, office, act, body, limitBytes, asked, selected, onSelect } = props;
  const { view } = meeting;
  const { meetingId } = view.shared;
  const t = useTranslations();
  const titleOf = useItemTitle();
  // Kept by item, so that looking at another one loses nothing.
  const [drafts, setDrafts] = useState<ReadonlyMap<ItemId, ItemDraft>>(new Map());
  const mayEdit = mayNow(view, "agenda.edit_item");
  const item = office.items.find(({ itemId }) => itemId === selected) ?? office.items[0] ?? null;
  const minutes = office.items
    .filter(({ parent }) => parent === null)
    .reduce((sum, one) => sum + one.minutes, 0);
  const over = office.missing.find(({ code }) => code === "over_time");
  const add = async (parent: ItemId | null) => {
    const itemId = ItemId.parse(crypto.randomUUID());
    const done = await act.run({
      type: "agenda.add_item",
      meetingId,
      itemId,
      parent,
      content: newItemContent(t(parent === null ? "builder.newItem" : "builder.newPart")),
    });
    if (done) onSelect(itemId);
  };
  const rows: SortableRow[] = office.items.map((row) => ({
    id: row.itemId,
    within: row.parent,
    name: `${row.number}. ${titleOf(row)}`,
    content: (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <span className="w-7 shrink-0 text-end text-label text-muted tabular-nums">
          {row.number}
        </span>
        <span className="line-clamp-2 min-w-40 flex-1 text-small font-[500]">{titleOf(row)}</span>
        <span className="shrink-0 text-caption text-muted tabular-nums">
          {row.leadAgency}
          {row.minutes > 0 && ` ${t("time.minutesShort", { n: String(row.minutes) })}`}
        </span>
        <PapersTag row={row} office={office} />
      </span>
    ),
  }));
  return (
    <div className="grid items-start gap-3 p-3 min-[1180px]:grid-cols-[minmax(0,1.1fr)_minmax(0,1.1fr)_248px] min-[820px]:grid-cols-2">
      <Card className="min-w-0">
        <CardHeader
          title={t("builder.agendaTitle")}
          aside={
            <span className="flex flex-wrap items-center gap-2">
              {t("builder.total", {
                n: String(office.items.filter(({ parent }) => parent === null).length),
                minutes: String(minutes),
              })}
              {over !== undefined && (
                <Tag tone="warn" icon={TriangleAlert}>
                  {t("builder.over", { n: String(over.params.minutes ?? "") })}
                </Tag>
              )}
            </span>
          }
        />
        {!mayEdit && (
          <div className="p-3">
            <Notice tone="primary" icon={Lock}>
              {t("builder.locked")}
            </Notice>
          </div>
        )}
        {rows.length === 0 ? (
          <EmptyFace icon={ListPlus} title={t("builder.empty")} />
        ) : (
          <SortableList
            label={t("agenda.title")}
            rows={rows}
            selected={item?.itemId ?? null}
            isLocked={!mayEdit}
            onSelect={(id) => onSelect(ItemId.parse(id))}
            onMove={(id, position) => {
              const moved = office.items.find(({ itemId }) => itemId === id);
              if (moved === undefined) return;
              void act.run({
                type: "agenda.move_item",
                meetingId,
                itemId: moved.itemId,
                basedOnOrderEdition: office.orderEdition,
                parent: moved.parent,
                position,
              });
            }}
          />
        )}
        {mayEdit && (
          <div className="flex flex-wrap gap-1 p-2">
            <Button variant="quiet" icon={Plus} onPress={() => add(null)}>
              {t("builder.addItem")}
            </Button>
            {item !== null && (
              <Button
                variant="quiet"
                icon={ListPlus}
                onPress={() => add(item.parent ?? item.itemId)}
              >
                {t("builder.addPart")}
              </Button>
            )}
          </div>
        )}
      </Card>
      {item === null ? (
        <Card>
          <EmptyFace title={t("builder.chooseItem")} />
        </Card>
      ) : (
        <ItemPanel
          key={item.itemId}
          item={item}
          meeting={meeting}
          office={office}
          act={act}
          body={body}
          limitBytes={limitBytes}
          draft={drafts.get(item.itemId) ?? null}
          onDraft={(draft) => {
            const next = new Map(drafts);
            if (draft === null) next.delete(item.itemId);
            else next.set(item.itemId, draft);
            setDrafts(next);
          }}
        />
      )}
      <MissingPanel office={office} asked={asked} onGo={onSelect} />
    </div>
  );
}

function PapersTag({ row, office }: { row: OfficeView["items"][number]; office: OfficeView }) {
  const t = useTranslations("builder");
  const isMissing = office.missing.some(
    ({ code, itemId }) => code === "item_without_paper" && itemId === row.itemId,
  );
  if (isMissing) {
    return (
      <Tag tone="warn" icon={TriangleAlert}>
        {t("noPaper")}
      </Tag>
    );
  }
  if (row.papers.length === 0) return null;
  return (
    <Tag tone="approve" icon={FileCheck2}>
      {t("papers", { n: row.papers.length })}
    </Tag>
  );
}
