import { Ellipsis, FilePlus2, FileText, Pencil, Printer, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OfficeView, PaperView } from "../../domain/meetings";
import type { BodyView } from "../../server/cabinet";
import { type Act, mayNow } from "../acts";
import { PaperUploads } from "../documents";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { Button, IconButton, Menu, SortableList } from "../ui";
import { PaperDialog } from "./paper-dialog";

type Asking = { what: "describe"; paper: PaperView } | { what: "reference" };

/** The papers of an item in the order of the pack, and the place where new ones are dropped. */
export function PapersPanel(props: {
  item: OfficeView["items"][number];
  meeting: LiveMeeting;
  office: OfficeView;
  act: Act;
  body: BodyView | null;
  limitBytes: number;
}) {
  const { item, meeting, office, act, body, limitBytes } = props;
  const { view } = meeting;
  const { meetingId } = view.shared;
  const t = useTranslations();
  const text = useText();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [replaced, setReplaced] = useState<PaperView | null>(null);
  const mayEdit = mayNow(view, "document.attach");
  const all = office.items.flatMap(({ papers }) => papers);
  return (
    <section className="border-t border-border">
      <h3 className="bg-surface-2 px-5 py-2.5 text-label">
        {t("documents.title")} · {item.papers.length}
      </h3>
      <SortableList
        label={t("documents.title")}
        isLocked={!mayEdit}
        rows={item.papers.map((paper) => ({
          id: paper.documentId,
          within: null,
          name: text(paper.title),
          content: <PaperLine paper={paper} />,
          actions: mayEdit && (
            <Menu
              label={`${t("ui.more")}: ${text(paper.title)}`}
              trigger={
                <IconButton icon={Ellipsis} label={`${t("ui.more")}: ${text(paper.title)}`} />
              }
              entries={[
                {
                  id: "describe",
                  label: t("builder.describePaper"),
                  icon: Pencil,
                  onAction: () => setAsking({ what: "describe", paper }),
                },
                ...(paper.holding.type === "file"
                  ? [
                      {
                        id: "replace",
                        label: t("builder.replacePaper"),
                        icon: RefreshCw,
                        onAction: () => setReplaced(paper),
                      },
                    ]
                  : []),
                {
                  id: "remove",
                  label: t("builder.removePaper"),
                  icon: Trash2,
                  danger: true,
                  onAction: () =>
                    void act.run({
                      type: "document.remove",
                      meetingId,
                      documentId: paper.documentId,
                    }),
                },
              ]}
            />
          ),
        }))}
        onMove={(id, position) => {
          const paper = item.papers.find(({ documentId }) => documentId === id);
          if (paper === undefined) return;
          void act.run({
            type: "document.move",
            meetingId,
            documentId: paper.documentId,
            position,
          });
        }}
      />
      {mayEdit && (
        <div className="grid gap-2 p-3.5">
          {replaced !== null && (
            <p className="flex items-center justify-between gap-3 text-small">
              {t("builder.replacing", { title: text(replaced.title) })}
              <Button size="40" variant="neutral" onPress={() => setReplaced(null)}>
                {t("ui.cancel")}
              </Button>
            </p>
          )}
          <PaperUploads
            meetingId={meetingId}
            itemId={item.itemId}
            papers={all}
            grade={item.grade}
            replaces={replaced}
            limitBytes={limitBytes}
            send={meeting.send}
          />
          <div>
            <Button
              variant="quiet"
              size="40"
              icon={FilePlus2}
              onPress={() => setAsking({ what: "reference" })}
            >
              {t("builder.addReference")}
            </Button>
          </div>
        </div>
      )}
      {asking !== null && (
        <PaperDialog
          key={asking.what === "describe" ? asking.paper.documentId : "new"}
          paper={asking.what === "describe" ? asking.paper : null}
          itemId={item.itemId}
          meetingId={meetingId}
          grades={body?.rules.grades ?? []}
          act={act}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

function PaperLine({ paper }: { paper: PaperView }) {
  const t = useTranslations("documents");
  const text = useText();
  const { holding } = paper;
  return (
    <span className="flex items-center gap-3 py-1.5">
      {holding.type === "file" ? (
        <FileText aria-hidden className="size-5 shrink-0 text-muted" />
      ) : (
        <Printer aria-hidden className="size-5 shrink-0 text-muted" />
      )}
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-small font-[600]">{text(paper.title)}</span>
        <span className="block truncate text-caption font-[400] text-muted">
          {t(`kind.${paper.kind}`)}
          {holding.type === "file" && ` · ${holding.fileName}`}
        </span>
        {holding.type === "file" && holding.flags.length > 0 && (
          <span className="block text-caption text-on-warn-soft">{t("flagged")}</span>
        )}
      </span>
      <span className="shrink-0 text-end text-caption text-muted tabular-nums">
        {holding.type === "file" ? (
          <>
            <span className="block">{t("version", { n: String(holding.number) })}</span>
            <span className="block font-[400]">{t("pages", { n: String(holding.pages) })}</span>
          </>
        ) : (
          t("paperOnlyShort", { n: String(holding.copies) })
        )}
        {paper.grade !== null && <span className="block text-danger">{paper.grade}</span>}
      </span>
    </span>
  );
}
