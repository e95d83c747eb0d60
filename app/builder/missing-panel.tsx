import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { Missing, OfficeView } from "../../domain/meetings";
import { Card, PlainButton } from "../ui";

/** What stands in the way, in two ranks; each line leads to its cause. */
export function MissingPanel(props: {
  /** counts how often somebody asked to submit too early: the focus comes to the first line */
  asked: number;
  office: OfficeView;
  onGo: (itemId: ItemId | null) => void;
}) {
  const { office, asked, onGo } = props;
  const lines = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) lines.current?.querySelector("button")?.focus();
  }, [asked]);
  const t = useTranslations("builder");
  const { missing } = office;
  return (
    <Card className="min-w-0 min-[820px]:max-[1179px]:col-span-2">
      <h2 className="px-4 py-3 text-h2">{t("missing", { n: String(missing.length) })}</h2>
      {missing.length === 0 && (
        <p className="flex items-center gap-2 px-4 pb-4 text-small text-on-approve-soft">
          <CircleCheck aria-hidden className="size-5 text-approve" />
          {t("complete")}
        </p>
      )}
      <div ref={lines}>
        {(["required", "review"] as const).map((rank) => {
          const own = missing.filter((line) => line.rank === rank);
          if (own.length === 0) return null;
          return (
            <section key={rank} className="border-t border-border">
              <h3 className="px-4 pt-3 pb-1 text-small text-muted">{t(rank)}</h3>
              <ul>
                {own.map((line) => (
                  <li
                    key={`${line.code}:${line.itemId}`}
                    className="border-b border-border last:border-b-0"
                  >
                    <MissingLine line={line} office={office} onGo={onGo} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Card>
  );
}

function MissingLine(props: {
  line: Missing;
  office: OfficeView;
  onGo: (itemId: ItemId | null) => void;
}) {
  const { line, office, onGo } = props;
  const t = useTranslations();
  const item = office.items.find(({ itemId }) => itemId === line.itemId);
  const Icon = line.rank === "required" ? TriangleAlert : CircleAlert;
  return (
    <PlainButton
      onPress={() => onGo(line.itemId)}
      className="flex min-h-11 w-full items-start gap-3 px-4 py-2.5 text-start -outline-offset-2 hover:bg-surface-2"
    >
      <Icon
        aria-hidden
        className={`mt-0.5 size-5 shrink-0 ${line.rank === "required" ? "text-warn" : "text-muted"}`}
      />
      <span>
        <span className="block text-caption text-muted">
          {item === undefined ? t("builder.agendaTitle") : t("agenda.item", { n: item.number })}
        </span>
        <span className="block text-small font-[600]">
          {t(`builder.missingCode.${line.code}`, { n: String(line.params.minutes ?? "") })}
        </span>
      </span>
    </PlainButton>
  );
}
