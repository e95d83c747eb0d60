import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Thread } from "../../domain/marks";
import { usePeople } from "../attendance";
import { useBodyTime } from "../messages/body-time";
import { useReader } from "../reader/reader-context";
import { PlainButton, Tag } from "../ui";
import { placeOf } from "./anchors";
import type { DrawnMark } from "./drawn-marks";
import { useLayerNames } from "./layer-names";
import { MarkSign } from "./mark-sign";
import { useMarkWords } from "./mark-words";
import { ThreadCard } from "./thread-card";
import { remarksOf } from "./threads-shown";
import { useTooling } from "./tooling";
import { WaitingSign } from "./waiting-sign";

/** A mark in the list: its words and state in two lines; touched, it opens and leads to its place on the page. */
export function ThreadRow({ thread, drawn }: { thread: Thread; drawn: DrawnMark }) {
  const { selected, select } = useTooling();
  const { jump } = useReader();
  const goTo = () => jump(placeOf(drawn.anchor));
  if (selected === drawn.key) {
    return <ThreadCard thread={thread} drawn={drawn} onGoTo={goTo} />;
  }
  return (
    <li data-thread={thread.key} className="border-b border-border">
      <PlainButton
        onPress={() => {
          select(drawn.key);
          goTo();
        }}
        className="flex w-full items-start gap-3 px-5 py-2.5 text-start -outline-offset-3 hover:bg-surface-2 data-pressed:bg-surface-2"
      >
        <MarkSign drawn={drawn} />
        <RowWords thread={thread} drawn={drawn} />
      </PlainButton>
    </li>
  );
}

function RowWords({ thread, drawn }: { thread: Thread; drawn: DrawnMark }) {
  const t = useTranslations("marks");
  const { timeZone } = usePeople();
  const { time } = useBodyTime(timeZone);
  const { me } = useReader();
  const { titleOf, authorOf } = useMarkWords();
  const layerName = useLayerNames();
  const { stored, mark } = drawn;
  const isWaiting = stored.seq === null;
  const count = remarksOf(thread);
  const facts = [
    layerName(stored),
    ...(stored.author === me ? [] : [authorOf(stored.author)]),
    [time(mark.madeAt), ...(isWaiting ? [t("waiting")] : [])].join(", "),
    ...(count > 0 ? [t("remarks", { count })] : []),
  ];
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-label font-[600] text-ink">{titleOf(drawn)}</span>
        {mark.body !== "" && <span className="line-clamp-2 text-small text-ink">{mark.body}</span>}
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-caption font-[400] text-muted tabular-nums">
          {thread.resolved && (
            <Tag tone="approve" icon={Check}>
              {t("resolved")}
            </Tag>
          )}
          <span>{facts.join(" · ")}</span>
        </span>
      </span>
      {isWaiting && <WaitingSign />}
    </>
  );
}
