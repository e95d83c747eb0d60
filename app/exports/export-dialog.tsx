import { Download, Printer } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Layer, layers } from "../../domain/marks";
import { useMarks, useMarksStore, useSaving } from "../marks/marks-store";
import { useReader } from "../reader/reader-context";
import { announceDone, Checkbox, Dialog, Notice, RadioCards } from "../ui";
import { type ExportKind, exportAddress, exportKinds } from "./take-out";
import { useTaking } from "./use-taking";

/** Which form, whose marks; says beforehand what every page will carry. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("exports");
  const { item, paper, versionId } = useReader();
  const counts = useCounts();
  const there = useMarksStore().shown();
  const [as, setAs] = useState<ExportKind>("pdf");
  const [chosen, setChosen] = useState<ReadonlySet<Layer>>(() => new Set(there));
  const done = useCallback(
    (name: string) => {
      announceDone(t("done", { name }));
      onClose();
    },
    [t, onClose],
  );
  const { taking, take, giveUp } = useTaking(done);
  const choice = new Set(there.filter((layer) => chosen.has(layer)));
  const isEmptyList = as === "list" && choice.size === 0;
  const address = exportAddress(versionId, as, choice);

  const begin = () => {
    if (as === "print") {
      // The browser's own viewer shows it and prints it; opened at once, or the press no longer counts as one.
      window.open(address, "_blank", "noopener");
      onClose();
      return;
    }
    void take(address);
  };

  return (
    <Dialog
      title={t("title")}
      isOpen
      onClose={() => {
        giveUp();
        onClose();
      }}
      confirm={{
        label: t(`take.${as}`),
        icon: as === "print" ? Printer : Download,
        onPress: begin,
        isPending: taking.state === "under_way",
        isDisabled: isEmptyList,
      }}
    >
      <div className="grid gap-4">
        <RadioCards
          label={t("what")}
          value={as}
          onChange={setAs}
          choices={exportKinds.map((kind) => ({
            value: kind,
            label: t(`as.${kind}`),
            detail: t(`asDetail.${kind}`),
          }))}
        />
        <fieldset className="min-w-0">
          <legend className="mb-1.5 text-label text-ink">{t("layers")}</legend>
          {there.map((layer) => (
            <LayerChoice
              key={layer}
              layer={layer}
              count={counts[layer]}
              isSelected={chosen.has(layer)}
              onChange={(isChosen) => setChosen(switched(chosen, layer, isChosen))}
            />
          ))}
          <p className="text-caption text-muted">{t(as === "list" ? "listNeedsLayer" : "bare")}</p>
        </fieldset>
        <Waiting />
        {as !== "list" && (item.closed || item.grade !== null || paper.grade !== null) && (
          <Notice tone="primary">{t("watermarked")}</Notice>
        )}
        <p role="status" className="text-small text-muted empty:hidden">
          {taking.state === "under_way" && taking.long ? t("preparing") : ""}
        </p>
        {taking.state === "failed" && (
          <div role="alert">
            <Notice tone="danger">{t(`failed.${taking.reason}`)}</Notice>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function LayerChoice(props: {
  layer: Layer;
  count: number;
  isSelected: boolean;
  onChange: (isChosen: boolean) => void;
}) {
  const { layer, count, isSelected, onChange } = props;
  const t = useTranslations();
  return (
    <Checkbox isSelected={isSelected} onChange={onChange}>
      {t(`marks.layer.${layer}`)}
      <span className="text-muted tabular-nums"> · {t("exports.layerCount", { count })}</span>
    </Checkbox>
  );
}

/** What only this device has is not yet the server's to export. */
function Waiting() {
  const t = useTranslations("exports");
  const saving = useSaving();
  if (saving.state === "saved") return null;
  return <Notice>{t("waiting", { count: saving.count })}</Notice>;
}

/** Marks that stand somewhere, by layer. */
function useCounts(): Record<Layer, number> {
  const marks = useMarks();
  return useMemo(() => {
    const counts = { private: 0, office: 0, shared: 0 };
    for (const { layer, mark } of marks) {
      if ("anchor" in mark && mark.kind !== "placement") counts[layer] += 1;
    }
    return counts;
  }, [marks]);
}

function switched(from: ReadonlySet<Layer>, layer: Layer, isChosen: boolean): ReadonlySet<Layer> {
  return new Set(layers.filter((each) => (each === layer ? isChosen : from.has(each))));
}
