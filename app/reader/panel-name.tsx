import type { ReaderPanel } from "./reader-context";

/** The title of an added panel: its picture, its words, and how many things are in it. */
export function PanelName({ panel }: { panel: ReaderPanel }) {
  const { icon: Icon, useLabel, useCount = noCount } = panel;
  const label = useLabel();
  const count = useCount();
  return (
    <>
      <Icon aria-hidden className="size-5" />
      <span>{label}</span>
      {count !== null && count > 0 && (
        <span className="text-small text-muted tabular-nums">{count}</span>
      )}
    </>
  );
}

const noCount = () => null;
