import { ChevronLeft, ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { JournalPage, JournalRowView } from "../../server/cabinet";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Page, type Surroundings } from "../shell";
import { ButtonLink, Card, Dialog, PlainButton, Tag } from "../ui";
import { useEventName } from "./event-names";

/** One stream of the journal: row by row, newest first, each bound to the one before. */
export function JournalScreen(props: { surroundings: Surroundings; page: JournalPage }) {
  const { surroundings, page } = props;
  const t = useTranslations("journal");
  const text = useText();
  const [shown, setShown] = useState<JournalRowView | null>(null);
  const address = `/journal/${encodeURIComponent(page.stream)}`;
  const isNewest = page.rows[0]?.seq === page.seq;
  return (
    <Page
      surroundings={surroundings}
      title={text(page.title)}
      detail={`${t("title")} · ${t("rows", { n: String(page.seq) })}`}
      acts={
        <ButtonLink to="/journal" size="40" variant="neutral" icon={ChevronLeft}>
          {t("title")}
        </ButtonLink>
      }
    >
      <ChainNotice rows={page.rows} />
      <Card className="mt-4 overflow-x-auto">
        <table className="w-full min-w-[640px] border-collapse text-small">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="border-b border-border text-start text-caption text-muted">
              <Heading>{t("line")}</Heading>
              <Heading>{t("at")}</Heading>
              <Heading>{t("what")}</Heading>
              <Heading>{t("who")}</Heading>
              <Heading>{t("hash")}</Heading>
              <Heading>{t("state")}</Heading>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.seq} row={row} timeZone={page.timeZone} onShow={setShown} />
            ))}
          </tbody>
        </table>
      </Card>
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        {!isNewest && (
          <ButtonLink to={address} variant="neutral">
            {t("newest")}
          </ButtonLink>
        )}
        {page.olderBefore !== null && (
          <ButtonLink to={`${address}?before=${page.olderBefore}`}>{t("older")}</ButtonLink>
        )}
      </div>
      <Dialog
        wide
        title={shown === null ? t("content") : `${t("line")} ${shown.seq}`}
        isOpen={shown !== null}
        onClose={() => setShown(null)}
      >
        {shown !== null && <Content row={shown} />}
      </Dialog>
    </Page>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <th scope="col" className="px-4 py-2.5 text-start font-[500]">
      {children}
    </th>
  );
}

/** Whether the rows on this page follow one another; a break is said first, with where it begins. */
function ChainNotice({ rows }: { rows: readonly JournalRowView[] }) {
  const t = useTranslations("journal");
  const broken = rows.findLast(({ intact }) => !intact);
  return broken === undefined ? (
    <Tag tone="approve" icon={ShieldCheck}>
      {t("allIntact", { n: String(rows.length) })}
    </Tag>
  ) : (
    <Tag tone="danger" icon={ShieldAlert}>
      {t("someBroken", { n: String(broken.seq) })}
    </Tag>
  );
}

function Row(props: {
  row: JournalRowView;
  timeZone: string;
  onShow: (row: JournalRowView) => void;
}) {
  const { row, timeZone, onShow } = props;
  const t = useTranslations("journal");
  const eventName = useEventName();
  const { exactTime, day } = useBodyTime(timeZone);
  return (
    <tr className="border-b border-border last:border-b-0">
      <td className="px-4 py-1 tabular-nums">
        <PlainButton
          className="min-h-11 min-w-11 rounded-1 text-primary underline"
          label={t("showContent", { n: String(row.seq) })}
          onPress={() => onShow(row)}
        >
          {row.seq}
        </PlainButton>
      </td>
      <td className="px-4 py-1 whitespace-nowrap tabular-nums">
        {exactTime(row.at)} <span className="text-muted">{day(row.at)}</span>
      </td>
      <td className="px-4 py-1">{eventName(row.type)}</td>
      <td className="px-4 py-1">
        <ActorName actor={row.actor} />
      </td>
      <td className="px-4 py-1 font-mono text-caption">{inFours(row.hash.slice(0, 16))}</td>
      <td className="px-4 py-1">
        {row.intact ? (
          <Tag tone="approve" icon={ShieldCheck}>
            {t("intact")}
          </Tag>
        ) : (
          <Tag tone="danger" icon={ShieldAlert}>
            {t("broken")}
          </Tag>
        )}
      </td>
    </tr>
  );
}

function ActorName({ actor }: { actor: string }) {
  const t = useTranslations("journal");
  if (actor === "system:clock") return t("clock");
  if (actor === "system:installer") return t("installer");
  return actor;
}

/** The canonical text that was hashed, as it stands in the journal. */
function Content({ row }: { row: JournalRowView }) {
  const t = useTranslations("journal");
  return (
    <div className="grid gap-3">
      <p className="text-small text-muted">{t("sealed")}</p>
      <pre className="max-h-[50dvh] overflow-auto rounded-1 bg-surface-2 p-3 font-mono text-caption break-all whitespace-pre-wrap">
        {row.body}
      </pre>
      <dl className="grid gap-1 font-mono text-caption break-all">
        <dt className="text-muted">{t("hash")}</dt>
        <dd>{inFours(row.hash)}</dd>
        <dt className="mt-2 text-muted">{t("previousHash")}</dt>
        <dd>{inFours(row.prevHash)}</dd>
      </dl>
    </div>
  );
}

function inFours(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(" ") ?? "";
}
