/** What stands above a paper or in its place: news, a mark of secrecy, a reason why there is nothing to see. */
import { FileX, RotateCw, TriangleAlert, type WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button, EmptyFace, Notice } from "../ui";

/** The paper was taken off, or is not this reader's any more. */
export function PaperGone() {
  const t = useTranslations("reader");
  return (
    <Face icon={FileX} title={t("gone")}>
      {t("goneExplain")}
    </Face>
  );
}

export function Failed({ state, onRetry }: { state: "failed" | "gone"; onRetry: () => void }) {
  const t = useTranslations();
  if (state === "gone") return <PaperGone />;
  return (
    <Face
      icon={TriangleAlert}
      title={t("reader.failed")}
      action={
        <Button icon={RotateCw} onPress={onRetry}>
          {t("ui.retry")}
        </Button>
      }
    >
      {t("reader.failedExplain")}
    </Face>
  );
}

/** The mark of secrecy, above and below the paper as on paper. */
export function Grade({ code }: { code: string }) {
  const t = useTranslations("reader");
  return (
    <p className="shrink-0 bg-surface p-1 text-center">
      <span className="inline-block border-2 border-danger px-3 text-label font-[650] text-danger">
        {t("grade", { grade: code })}
      </span>
    </p>
  );
}

export function NewsLine({ icon, children }: { icon: typeof WifiOff; children: ReactNode }) {
  return (
    <div role="status" className="shrink-0 border-b border-border bg-surface p-2">
      <Notice icon={icon}>
        <div className="flex flex-wrap items-center justify-between gap-2">{children}</div>
      </Notice>
    </div>
  );
}

export function Face(props: Parameters<typeof EmptyFace>[0]) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-canvas h-full">
      <EmptyFace {...props} />
    </div>
  );
}
