/** Draws what is added to the reader, each part in its place and in the order of the list. */
import { createElement, Fragment, type ReactNode } from "react";
import type {
  ActProps,
  AsideProps,
  PageLayerProps,
  ReaderExtra,
  ReaderPanel,
} from "./reader-context";
import { useReading } from "./reading";

/** The stores of all extras around what is drawn with them; the first in the list is the outermost. */
export function ExtraProviders({
  extras,
  children,
}: {
  extras: readonly ReaderExtra[];
  children: ReactNode;
}) {
  return extras.reduceRight<ReactNode>(
    (inner, { Provider }) =>
      Provider === undefined ? inner : createElement(Provider, null, inner),
    children,
  );
}

/** One part of every extra that has it. */
export function ExtraParts({ part }: { part: "Tools" | "Bar" | "News" | "Edge" }) {
  const { extras } = useReading();
  return inOrder(extras.map(({ [part]: Part }) => Part && <Part />));
}

export function ActParts(props: ActProps) {
  const { extras } = useReading();
  return inOrder(extras.map(({ Act }) => Act && <Act {...props} />));
}

export function AsideParts(props: AsideProps) {
  const { extras } = useReading();
  return inOrder(extras.map(({ Aside }) => Aside && <Aside {...props} />));
}

export function PageParts({ part, ...layer }: { part: "PageLayer" | "PageTool" } & PageLayerProps) {
  const { extras } = useReading();
  return inOrder(extras.map(({ [part]: Part }) => Part && <Part {...layer} />));
}

export function ThumbnailBadges({ page }: { page: number }) {
  const { extras } = useReading();
  return inOrder(
    extras.map(({ ThumbnailBadge }) => ThumbnailBadge && <ThumbnailBadge page={page} />),
  );
}

export function usePanels(): readonly ReaderPanel[] {
  return useReading().extras.flatMap(({ panels = [] }) => panels);
}

export function useRailPages(): readonly ReaderPanel[] {
  return useReading().extras.flatMap(({ rail = [] }) => rail);
}

/** The list of extras is written in the source and never changes, so each has its fixed place and needs no key. */
function inOrder(parts: readonly ReactNode[]) {
  return createElement(Fragment, null, ...parts);
}
