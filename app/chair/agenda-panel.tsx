import {
  CornerDownRight,
  Ellipsis,
  type LucideIcon,
  Pause,
  Play,
  RotateCcw,
  Undo2,
  UserX,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { ItemView, MeetingView } from "../../domain/meetings";
import { type Act, mayNow, ReasonDialog } from "../acts";
import { ItemTags, isDone, mainItems, partsOf, useItemTitle } from "../agenda";
import { DecideDialog } from "../recusals";
import { Button, Card, CardHeader, classes, IconButton, Menu, type MenuEntry, Tag } from "../ui";

type Asking = { what: "postpone" | "withdraw" | "reopen"; item: ItemView };

/** All items with what can be done to each now: call, put aside, postpone, withdraw, reopen. */
export function AgendaPanel(props: { view: MeetingView; act: Act; icon: LucideIcon }) {
  const { view, act } = props;
  const { items, meetingId } = view.shared;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [recusing, setRecusing] = useState<ItemId | null>(null);
  const recused = items.find(({ itemId }) => itemId === recusing) ?? null;
  const isSitting = view.shared.phase.name === "in_session";
  const titles = {
    postpone: t("chair.postpone"),
    withdraw: t("chair.withdraw"),
    reopen: t("chair.reopen"),
  };
  return (
    <Card>
      <CardHeader
        title={t("agenda.title")}
        aside={t("agenda.count", { n: String(mainItems(items).length) })}
      />
      <ol>
        {mainItems(items).flatMap((item) =>
          [item, ...partsOf(items, item)].map((row) => (
            <AgendaRow
              key={row.itemId}
              item={row}
              isSitting={isSitting}
              view={view}
              act={act}
              onAsk={(what) => setAsking({ what, item: row })}
              onRecuse={() => setRecusing(row.itemId)}
            />
          )),
        )}
      </ol>
      {asking !== null && (
        <ReasonDialog
          key={`${asking.what}:${asking.item.itemId}`}
          title={titles[asking.what]}
          subject={titleOf(asking.item)}
          isRequired={asking.what === "reopen"}
          confirm={titles[asking.what]}
          onClose={() => setAsking(null)}
          onConfirm={(reason) =>
            act.run({
              type: `item.${asking.what}`,
              meetingId,
              itemId: asking.item.itemId,
              reason,
            })
          }
        />
      )}
      {recused !== null && (
        <DecideDialog view={view} item={recused} act={act} onClose={() => setRecusing(null)} />
      )}
    </Card>
  );
}

function AgendaRow(props: {
  item: ItemView;
  isSitting: boolean;
  view: MeetingView;
  act: Act;
  onAsk: (what: Asking["what"]) => void;
  onRecuse: () => void;
}) {
  const { item, isSitting, view, act, onAsk, onRecuse } = props;
  const { meetingId } = view.shared;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const { state } = item.course;
  const may = (type: string) => view.me.can.includes(type) && isSitting;
  const callable = (state === "planned" || state === "suspended") && may("item.call");
  const entries: MenuEntry[] = [];
  if (state === "current" && may("item.suspend"))
    entries.push({
      id: "suspend",
      label: t("chair.suspendItem"),
      icon: Pause,
      onAction: () => void act.run({ type: "item.suspend", meetingId, itemId: item.itemId }),
    });
  if (
    state !== "concluded" &&
    state !== "postponed" &&
    state !== "withdrawn" &&
    may("item.postpone")
  )
    entries.push({
      id: "postpone",
      label: t("chair.postpone"),
      icon: CornerDownRight,
      onAction: () => onAsk("postpone"),
    });
  if (state === "planned" && may("item.withdraw"))
    entries.push({
      id: "withdraw",
      label: t("chair.withdraw"),
      icon: Undo2,
      danger: true,
      onAction: () => onAsk("withdraw"),
    });
  if (state === "concluded" && may("item.reopen"))
    entries.push({
      id: "reopen",
      label: t("chair.reopen"),
      icon: RotateCcw,
      onAction: () => onAsk("reopen"),
    });
  if (mayNow(view, "recusal.decide") && !isDone(item))
    entries.push({ id: "recuse", label: t("recusals.decide"), icon: UserX, onAction: onRecuse });
  return (
    <li
      className={classes(
        "relative flex min-h-15 items-center gap-3 border-b border-border px-5 py-2 last:border-b-0",
        item.parent !== null && "ps-12",
        state === "current" &&
          "current bg-primary-soft before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-primary",
      )}
    >
      <span className="w-7 shrink-0 text-label text-muted tabular-nums">{item.number}</span>
      <div className="min-w-0 flex-1">
        <p className={classes("line-clamp-2 text-label", state === "current" && "font-[650]")}>
          {titleOf(item)}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-caption font-[400] text-muted empty:hidden">
          <ItemTags item={item} />
          {item.recusals.length > 0 && (
            <Tag
              tone={item.recusals.every(({ decided }) => decided) ? "neutral" : "warn"}
              icon={UserX}
            >
              {t("recusals.tag", { n: String(item.recusals.length) })}
            </Tag>
          )}
          {item.course.state === "concluded" && (
            <span>{t(`agenda.outcome.${item.course.outcome}`)}</span>
          )}
        </p>
      </div>
      <span className="shrink-0 text-small text-muted tabular-nums">
        {item.minutes > 0 && t("time.minutesShort", { n: String(item.minutes) })}
      </span>
      {callable && (
        <Button
          icon={Play}
          size="40"
          isDisabled={!act.isConnected}
          label={`${t("chair.callShort")}: ${t("agenda.item", { n: item.number })}, ${titleOf(item)}`}
          onPress={() => act.run({ type: "item.call", meetingId, itemId: item.itemId })}
        >
          {t("chair.callShort")}
        </Button>
      )}
      {entries.length > 0 && (
        <Menu
          label={t("ui.more")}
          entries={entries}
          trigger={
            <IconButton
              icon={Ellipsis}
              label={`${t("ui.more")}: ${t("agenda.item", { n: item.number })}`}
            />
          }
        />
      )}
    </li>
  );
}
