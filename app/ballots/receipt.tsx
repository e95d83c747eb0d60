import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { announceDone, IconButton } from "../ui";

/** The first 24 signs of the row's hash in groups of four: enough to read out and to compare. */
export function receiptCode(hash: string): string {
  return (
    hash
      .slice(0, 24)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(" ");
}

export function ReceiptCode({ hash, short = false }: { hash: string; short?: boolean }) {
  const t = useTranslations("ballots");
  const ui = useTranslations("ui");
  const code = receiptCode(hash);
  return (
    <span className="-my-2 inline-flex items-center gap-1">
      <span className="font-mono text-small" title={code}>
        {t("code", { code: short ? code.slice(0, 9) : code })}
      </span>
      <IconButton
        icon={Copy}
        label={t("copyCode")}
        onPress={async () => {
          await navigator.clipboard.writeText(hash);
          announceDone(ui("copied"));
        }}
      />
    </span>
  );
}
