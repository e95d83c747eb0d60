import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "../reader/reader-context";
import { Avatar, announceDone, Button, Checkbox, Dialog, Notice } from "../ui";
import type { DrawnMark } from "./drawn-marks";
import { useLayerNames } from "./layer-names";
import { useLayerReaders } from "./layer-readers";
import { MarkSign } from "./mark-sign";
import { useMarkWords } from "./mark-words";
import { useMarksStore } from "./marks-store";
import { newMarkId } from "./new-mark";
import type { ShareInto } from "./tooling";

/**
 * From the private layer into one that others see: only after a look at exactly what they will see, and at who they
 * are. A copy goes; the own mark stays where it is.
 */
export function ShareDialog({
  drawn,
  into,
  onLeave,
}: {
  drawn: DrawnMark;
  into: ShareInto;
  onLeave: () => void;
}) {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { me, versionId } = useReader();
  const { titleOf, authorOf } = useMarkWords();
  const layerName = useLayerNames();
  const readers = useLayerReaders(into);
  const [withBody, setWithBody] = useState(true);
  const { mark, anchor } = drawn;
  const body = withBody ? mark.body : "";
  const others =
    readers.state === "known" ? readers.people.filter(({ personId }) => personId !== me) : [];
  const send = () => {
    // Whoever was named for another layer may not see this one.
    const mentions = mark.mentions.filter((each) =>
      others.some(({ personId }) => personId === each),
    );
    const madeOn = versionId;
    store.put(into, newMarkId(), {
      ...mark,
      madeOn,
      anchor,
      body,
      mentions: body === "" ? [] : mentions,
    });
    announceDone(t(`sharedInto.${into.layer}`));
    onLeave();
  };
  return (
    <Dialog
      title={t(`shareTitle.${into.layer}`)}
      isOpen
      onClose={onLeave}
      actions={
        <>
          <Button variant="neutral" onPress={onLeave}>
            {t("cancel")}
          </Button>
          <Button variant="primary" isDisabled={readers.state !== "known"} onPress={send}>
            {t(`shareConfirm.${into.layer}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-small text-muted">{t("shareExplain")}</p>
        {into.layer === "office" && <p className="text-label font-[650]">{layerName(into)}</p>}
        <section aria-label={t("sharePreview")} className="grid gap-2">
          <h3 className="text-label font-[650]">{t("sharePreview")}</h3>
          <div className="grid gap-2 rounded-2 border border-border-strong px-4 py-3">
            <p className="flex items-start gap-3 text-label font-[600]">
              <MarkSign drawn={drawn} />
              {titleOf(drawn)}
            </p>
            <p className="flex items-center gap-2 text-small text-muted">
              <Avatar name={authorOf(me)} size={32} />
              {authorOf(me)} · {t(`kind.${mark.kind}`)} · {t(`colour.${mark.colour ?? "ink"}`)}
            </p>
            {body !== "" && <p className="text-small whitespace-pre-wrap">{body}</p>}
          </div>
          {mark.body !== "" && mark.kind !== "note" && (
            <Checkbox isSelected={withBody} onChange={setWithBody}>
              {t("shareBody")}
            </Checkbox>
          )}
        </section>
        <section className="grid gap-2">
          {readers.state === "asking" && (
            <p role="status" className="text-small text-muted">
              {t("shareLoading")}
            </p>
          )}
          {readers.state === "failed" && <Notice tone="danger">{t("shareReadersFailed")}</Notice>}
          {readers.state === "known" && (
            <>
              <h3 className="text-label font-[650]">
                {t("shareReaders", { count: others.length })}
              </h3>
              <ul className="grid max-h-52 gap-1 overflow-auto text-small @md:grid-cols-2">
                {others.map(({ personId, name }) => (
                  <li key={personId}>{name}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}
