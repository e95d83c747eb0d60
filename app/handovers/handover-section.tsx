/** In the panel of notes, under the layers: whom the office's member has given this paper to, and giving it. */
import { CheckCheck, PencilLine, Undo2, UserRoundPen } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HandoverView } from "../../domain/handovers";
import { ConfirmDialog } from "../acts";
import { useReader } from "../reader/reader-context";
import { Button, ButtonLink, Later, part, Tag } from "../ui";
import { useDueWords } from "./handover-words";
import { useOwnHandovers } from "./own-handovers";

const giveDialog = part(() => import("./give-dialog"));

export function HandoverSection() {
  const t = useTranslations("handovers");
  const own = useOwnHandovers();
  const { paper, item } = useReader();
  const [isGiving, setGiving] = useState(false);
  if (own === null) return null;
  const given = own.handovers.filter(
    ({ member, documentIds }) =>
      member.personId === own.me && documentIds.includes(paper.documentId),
  );
  if (!own.mayGive && given.length === 0) return null;
  const stop = () => setGiving(false);
  const isOpen = !item.closed && item.grade === null && paper.grade === null;
  return (
    <section
      aria-label={t("section")}
      className="grid shrink-0 gap-2 border-b border-border px-5 py-3"
    >
      {given.length > 0 && (
        <ul className="grid gap-2">
          {given.map((handover) => (
            <Given key={handover.handoverId} handover={handover} />
          ))}
        </ul>
      )}
      {own.mayGive && !isOpen && <p className="text-small text-muted">{t("withheld")}</p>}
      {own.mayGive && isOpen && own.staff.length === 0 && (
        <ButtonLink to="/account" variant="neutral" icon={UserRoundPen}>
          {t("nameFirst")}
        </ButtonLink>
      )}
      {own.mayGive && isOpen && own.staff.length > 0 && (
        <div>
          <Button variant="neutral" size="40" icon={UserRoundPen} onPress={() => setGiving(true)}>
            {t("giveShort")}
          </Button>
        </div>
      )}
      <Later part={giveDialog} when={isGiving} onClose={stop}>
        {({ GiveDialog }) => <GiveDialog staff={own.staff} act={own.act} onClose={stop} />}
      </Later>
    </section>
  );
}

function Given({ handover }: { handover: HandoverView }) {
  const due = useDueWords();
  const { staff, note, dueOn, finishedAt } = handover;
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2 text-label font-[650]">
        {staff.name}
        <HandoverTag isFinished={finishedAt !== null} />
      </p>
      <p className="text-small whitespace-pre-wrap">{note}</p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-caption text-muted tabular-nums">{due(dueOn)}</span>
        <TakeBack handover={handover} />
      </div>
    </li>
  );
}

export function HandoverTag({ isFinished }: { isFinished: boolean }) {
  const t = useTranslations("handovers");
  return isFinished ? (
    <Tag tone="approve" icon={CheckCheck}>
      {t("finished")}
    </Tag>
  ) : (
    <Tag tone="primary" icon={PencilLine}>
      {t("running")}
    </Tag>
  );
}

/** Asked once more, because it ends what somebody is reading. */
export function TakeBack({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers");
  const own = useOwnHandovers();
  const { meetingId } = useReader();
  const [isAsking, setAsking] = useState(false);
  if (own === null || !own.mayTakeBack) return null;
  const { handoverId, staff } = handover;
  return (
    <>
      <Button
        variant="neutral"
        size="40"
        icon={Undo2}
        label={t("takeBackFrom", { name: staff.name })}
        onPress={() => setAsking(true)}
      >
        {t("takeBack")}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t("takeBackFrom", { name: staff.name })}
          explain={t("takeBackExplain", { name: staff.name })}
          confirm={t("takeBack")}
          onClose={() => setAsking(false)}
          onConfirm={() => own.act.run({ type: "handover.take_back", meetingId, handoverId })}
        />
      )}
    </>
  );
}
