import { Check, RotateCcw, SendHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { Thread } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { Button, IconButton, TextArea } from "../ui";
import type { DrawnMark } from "./drawn-marks";
import { useMarkDesk } from "./mark-desk";
import { useMarksStore } from "./marks-store";
import { MentionPicker } from "./mention-picker";
import { newMarkId, replyMark, stateMark } from "./new-mark";
import { remarksOf } from "./threads-shown";
import { useTooling } from "./tooling";
import { useWritable } from "./use-store";

/** To answer, to put away, to take up again. What was typed stays until it is sent. */
export function ThreadActs({ thread, drawn }: { thread: Thread; drawn: DrawnMark | null }) {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { versionId } = useReader();
  const { isMine } = useMarkDesk();
  const { typed } = useTooling();
  const [body, setBody] = useState(typed.get(thread.key) ?? "");
  const [mentions, setMentions] = useState<readonly PersonId[]>([]);
  const { layer, target, resolved } = thread;
  // where its target stands: of an office's thread in the same office
  const place = { layer, owner: target.owner };
  const mayWrite = useWritable().includes(layer);
  if (!mayWrite) return null;

  const type = (text: string) => {
    typed.set(thread.key, text);
    setBody(text);
  };
  const send = () => {
    const text = body.normalize("NFC").trim();
    if (text === "") return;
    const remark = { body: text, mentions: [...mentions] };
    // The first word on one's own mark is the mark's own.
    if (drawn !== null && isMine(drawn) && drawn.mark.body === "" && thread.replies.length === 0) {
      store.put(drawn.stored, drawn.stored.id, { ...drawn.mark, ...remark });
    } else store.put(place, newMarkId(), replyMark(versionId, target, remark));
    type("");
    setMentions([]);
  };
  const put = (isResolved: boolean) =>
    store.put(place, newMarkId(), stateMark(versionId, target, isResolved));
  const isTyping = body.trim() !== "";
  return (
    <div className="grid gap-2">
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={t("reply")}
          hideLabel
          placeholder={t("replyPlaceholder")}
          rows={isTyping ? 3 : 1}
          value={body}
          onChange={type}
          maxLength={4_000}
        />
        {isTyping && (
          <div className="flex items-center justify-end gap-1">
            <MentionPicker place={place} chosen={mentions} onChange={setMentions} />
            <IconButton type="submit" icon={SendHorizontal} label={t("send")} outlined />
          </div>
        )}
      </form>
      {thread.mayResolve && (remarksOf(thread) > 0 || resolved) && (
        <Button size="40" wide icon={resolved ? RotateCcw : Check} onPress={() => put(!resolved)}>
          {t(resolved ? "reopen" : "resolve")}
        </Button>
      )}
    </div>
  );
}
