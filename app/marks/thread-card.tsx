import { MapPin } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Thread } from "../../domain/marks";
import { IconButton } from "../ui";
import { layerIcons } from "./colour-bar";
import type { DrawnMark } from "./drawn-marks";
import { MarkMenu } from "./mark-menu";
import { MarkSign } from "./mark-sign";
import { useMarkWords } from "./mark-words";
import { Remark } from "./remark";
import { ThreadActs } from "./thread-acts";
import { useTooling } from "./tooling";

/** The open thread: what is quoted, what was said about it, and room to answer. */
export function ThreadCard({
  thread,
  drawn,
  onGoTo,
}: {
  thread: Thread;
  drawn: DrawnMark;
  onGoTo: () => void;
}) {
  const t = useTranslations("marks");
  const { titleOf } = useMarkWords();
  const { select, wantsFocus } = useTooling();
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever came here by keyboard goes on here.
  useEffect(() => {
    if (wantsFocus.current) title.current?.focus();
    wantsFocus.current = false;
  }, [wantsFocus]);
  const { stored, mark } = drawn;
  const Layer = layerIcons[stored.layer];
  return (
    <li
      data-thread={thread.key}
      className="grid gap-2.5 border-b border-border bg-primary-soft px-4 py-3 shadow-[inset_4px_0_0_var(--primary)]"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        select(null);
      }}
    >
      <div className="flex items-start gap-3">
        <MarkSign drawn={drawn} />
        <h3
          ref={title}
          tabIndex={-1}
          className="min-w-0 flex-1 text-label font-[650] break-words text-ink outline-offset-4"
        >
          {titleOf(drawn)}
        </h3>
        <span className="flex items-center gap-1 pt-0.5 text-caption text-on-primary-soft">
          <Layer aria-hidden className="size-4" />
          {t(`layer.${stored.layer}`)}
        </span>
        <span className="-my-2.5 -me-2.5 flex">
          <IconButton icon={MapPin} label={t("goTo")} onPress={onGoTo} />
          <MarkMenu drawn={drawn} />
        </span>
      </div>
      {mark.body !== "" && <Remark stored={stored} text={mark.body} mentions={mark.mentions} />}
      {thread.replies.map((reply) => (
        <Remark
          key={reply.id}
          stored={reply}
          text={reply.mark.body}
          mentions={reply.mark.mentions}
        />
      ))}
      <ThreadActs thread={thread} drawn={drawn} />
    </li>
  );
}
