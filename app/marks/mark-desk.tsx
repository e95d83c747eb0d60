/** The marks as this screen shows them: on their pages, in layers that are switched on, with their threads. */
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { type Thread, threadsOf } from "../../domain/marks";
import { byPage, type DrawnMark, drawn, type MarksByPage } from "./drawn-marks";
import { useMarks } from "./marks-store";
import { useStandingMarks } from "./standing-marks";
import { useTooling } from "./tooling";
import { useViewer } from "./use-store";

export type MarkDesk = {
  /** what stands in the version being read, of all layers that are there */
  all: readonly DrawnMark[];
  /** of the layers that are switched on */
  pages: MarksByPage;
  threads: ReadonlyMap<string, Thread>;
  isMine(mark: DrawnMark): boolean;
};

const Context = createContext<MarkDesk | null>(null);

export function useMarkDesk(): MarkDesk {
  const desk = useContext(Context);
  if (desk === null) throw new Error("There are no marks around this component.");
  return desk;
}

const noPages: MarksByPage = new Map();
const noMarks: readonly DrawnMark[] = [];

/** The marks of a page, in its order; the same list as before while nothing on it changed. */
export function usePageMarks(page: number): readonly DrawnMark[] {
  return useMarkDesk().pages.get(page) ?? noMarks;
}

export function MarkDeskProvider({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const marks = useMarks();
  const standing = useStandingMarks();
  const { shown } = useTooling();
  const before = useRef(noPages);

  const threads = useMemo(
    () => new Map(threadsOf(marks, viewer).map((thread) => [thread.key, thread])),
    [marks, viewer],
  );
  const all = useMemo(
    () =>
      standing.flatMap(({ stored, anchor }) => {
        const mark = drawn(stored, anchor);
        return mark === null ? [] : [mark];
      }),
    [standing],
  );
  const pages = useMemo(() => {
    before.current = byPage(
      all.filter(({ stored }) => shown.has(stored.layer)),
      before.current,
    );
    return before.current;
  }, [all, shown]);
  const value = useMemo(() => {
    const { personId } = viewer;
    // Of an office's layer all who write it are its authors.
    const isMine = ({ stored }: DrawnMark) =>
      stored.author === personId || stored.owner === personId || stored.layer === "office";
    return { all, pages, threads, isMine };
  }, [all, pages, threads, viewer]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
