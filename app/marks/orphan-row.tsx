import type { Thread } from "../../domain/marks";
import { Remark } from "./remark";
import { ThreadActs } from "./thread-acts";

/** Answers whose mark was deleted: they stay, and can still be answered and put away. */
export function OrphanRow({ thread }: { thread: Thread }) {
  return (
    <li data-thread={thread.key} className="grid gap-2 border-b border-border px-5 py-3">
      {thread.replies.map((reply) => (
        <Remark
          key={reply.id}
          stored={reply}
          text={reply.mark.body}
          mentions={reply.mark.mentions}
        />
      ))}
      <ThreadActs thread={thread} drawn={null} />
    </li>
  );
}
