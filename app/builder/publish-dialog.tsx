import { Send } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingView, OfficeView, PackChange } from "../../domain/meetings";
import type { Act } from "../acts";
import { useText } from "../messages/text";
import { announceDone, Dialog, Notice } from "../ui";

/** What goes out, to how many, and what is different from what they hold. */
export function PublishDialog(props: {
  view: MeetingView;
  office: OfficeView;
  act: Act;
  onClose: () => void;
}) {
  const { view, office, act, onClose } = props;
  const { meetingId, revision } = view.shared;
  const t = useTranslations();
  const next = (revision?.number ?? 0) + 1;
  const publish = async () => {
    const done = await act.run({
      type: "meeting.publish",
      meetingId,
      basedOnRevision: revision?.number ?? 0,
    });
    if (!done) return;
    announceDone(t("builder.published", { n: String(next) }));
    onClose();
  };
  const required = office.missing.filter(({ rank }) => rank === "required");
  return (
    <Dialog
      wide
      title={revision === null ? t("builder.publish") : t("builder.republish", { n: String(next) })}
      isOpen
      onClose={onClose}
      confirm={{
        label: t("builder.publishNow"),
        icon: Send,
        isPending: act.underWay === "meeting.publish",
        isDisabled: required.length > 0 || !act.isConnected,
        onPress: publish,
      }}
    >
      <p>{t("builder.goesTo", { n: office.participants.length })}</p>
      {required.length > 0 && (
        <div className="mt-3">
          <Notice>{t("builder.requiredLeft", { n: required.length })}</Notice>
        </div>
      )}
      {revision !== null && (
        <>
          <h3 className="mt-4 text-label font-[650]">
            {t("builder.changesSince", { n: String(revision.number) })}
          </h3>
          <ul className="mt-2 divide-y divide-border rounded-2 border border-border">
            {office.changes.map((change) => (
              <li key={keyOf(change)} className="px-3.5 py-2.5 text-small">
                <ChangeLine change={change} office={office} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function keyOf(change: PackChange): string {
  if (change.what === "info") return change.what;
  return "documentId" in change
    ? `${change.what}:${change.documentId}`
    : `${change.what}:${change.itemId}`;
}

function ChangeLine({ change, office }: { change: PackChange; office: OfficeView }) {
  const t = useTranslations("builder.change");
  const text = useText();
  if (change.what === "info") return <>{t("info")}</>;
  const title = text(change.title);
  if ("documentId" in change) {
    const item = office.items.find(({ itemId }) => itemId === change.itemId);
    return (
      <>
        {t(change.what, {
          title,
          item: item?.number ?? "",
          version: String(change.versionNumber ?? ""),
        })}
      </>
    );
  }
  return <>{t(change.what, { n: change.number, title })}</>;
}
