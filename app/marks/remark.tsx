import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { usePeople } from "../attendance";
import { useBodyTime } from "../messages/body-time";
import { useReader } from "../reader/reader-context";
import { Avatar } from "../ui";
import { useMarkWords } from "./mark-words";
import type { StoredMark } from "./marks-store";
import { WaitingSign } from "./waiting-sign";

/** What one person said in a thread, and when. */
export function Remark({
  stored,
  text,
  mentions,
}: {
  stored: StoredMark;
  text: string;
  mentions: readonly PersonId[];
}) {
  const t = useTranslations("marks");
  const { timeZone } = usePeople();
  const { time } = useBodyTime(timeZone);
  const { authorOf } = useMarkWords();
  const { me } = useReader();
  const author = authorOf(stored.author);
  return (
    <div className="flex items-start gap-3">
      <Avatar name={author} size={32} tone={stored.author === me ? "solid" : "plain"} />
      <div className="min-w-0 flex-1">
        <p className="text-small text-muted tabular-nums">
          <b className="font-[650] text-ink">{author}</b> · {time(stored.mark.madeAt)}
        </p>
        <p className="text-small break-words whitespace-pre-wrap text-ink">{text}</p>
        {mentions.length > 0 && (
          <p className="text-caption text-primary">
            {t("mentioned", { names: mentions.map(authorOf).join(", ") })}
          </p>
        )}
      </div>
      {stored.seq === null && <WaitingSign />}
    </div>
  );
}
