/** The hand of the reader: which tool it holds, in which colour, what it writes into, and which mark it has picked up. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { z } from "zod";
import type { PersonId } from "../../domain/ids";
import { type Anchor, Layer, layers, MarkColour } from "../../domain/marks";
import type { DrawnMark } from "./drawn-marks";
import { everyNote, type NotesFilter } from "./filter";
import type { MarkPlace } from "./marks-store";
import { Preview } from "./preview";
import { Sheets } from "./sheets";
import { useOffices, useOwnLayers, useWritable } from "./use-store";

export const markTools = ["ink", "highlight", "underline", "strike", "note", "eraser"] as const;
export type MarkTool = (typeof markTools)[number];
export type TextTool = Extract<MarkTool, "highlight" | "underline" | "strike">;

/** Names the panel among the reader's. */
export const notesPanel = "notes";

/** What this device remembers from one paper to the next. */
const Habits = z.object({
  colour: MarkColour,
  /** null: the blue of a pen */
  inkColour: MarkColour.nullable(),
  layer: Layer,
  fingerDraws: z.boolean(),
  erases: z.enum(["marks", "strokes"]),
});
type Habits = z.infer<typeof Habits>;

const firstHabits: Habits = {
  colour: "attention",
  inkColour: null,
  layer: "private",
  fingerDraws: false,
  erases: "marks",
};
const habitsKey = "marks.habits";

export type Question =
  | { what: "edit"; drawn: DrawnMark }
  | { what: "share"; drawn: DrawnMark; into: ShareInto };

/** A layer that others see. */
export type ShareInto = MarkPlace & { layer: Exclude<Layer, "private"> };

export type Tooling = Habits & {
  tool: MarkTool | null;
  /** taking the tool that is in the hand puts it down */
  take(tool: MarkTool | null): void;
  change(habits: Partial<Habits>): void;
  /** where new marks go: the layer, and whose office it is */
  into: MarkPlace;
  writeInto(place: MarkPlace): void;
  /** key of the mark that is picked up */
  selected: string | null;
  select(key: string | null): void;
  /** layers that are switched on */
  shown: ReadonlySet<Layer>;
  show(layer: Layer, shown: boolean): void;
  filter: NotesFilter;
  narrow(filter: Partial<NotesFilter>): void;
  /** what is asked about a mark, in front of everything */
  question: Question | null;
  ask(question: Question | null): void;
  /** set before a mark is picked up by keyboard: its thread takes the focus */
  wantsFocus: { current: boolean };
  /** where a note is being written; null: none is */
  noteAt: Anchor | null;
  beginNote(anchor: Anchor | null): void;
  /** what was typed and not yet sent, by thread: it outlives the panel in which it was typed */
  typed: Map<string, string>;
  preview: Preview;
  sheets: Sheets;
};

const Context = createContext<Tooling | null>(null);

export function useTooling(): Tooling {
  const tooling = useContext(Context);
  if (tooling === null) throw new Error("There are no tools around this component.");
  return tooling;
}

export function ToolingProvider({ children }: { children: ReactNode }) {
  const [tool, setTool] = useState<MarkTool | null>(null);
  const [habits, setHabits] = useState(firstHabits);
  const [office, setOffice] = useState<PersonId | null>(null);
  const [selected, select] = useState<string | null>(null);
  const [shown, setShown] = useState<ReadonlySet<Layer>>(() => new Set(layers));
  const [noteAt, beginNote] = useState<Anchor | null>(null);
  const [question, ask] = useState<Question | null>(null);
  const wantsFocus = useRef(false);
  const [filter, setFilter] = useState(everyNote);
  const narrow = useCallback(
    (changes: Partial<NotesFilter>) => setFilter((before) => ({ ...before, ...changes })),
    [],
  );
  const [{ typed, preview, sheets }] = useState(() => ({
    typed: new Map<string, string>(),
    preview: new Preview(),
    sheets: new Sheets(),
  }));

  // Only the browser knows them, so the first picture of the page has the first habits.
  useEffect(() => {
    const remembered = rememberedHabits();
    // What goes to others is chosen anew for each paper: never by a habit.
    if (remembered !== null) setHabits({ ...remembered, layer: "private" });
  }, []);

  const take = useCallback(
    (next: MarkTool | null) => setTool((now) => (now === next ? null : next)),
    [],
  );
  const change = useCallback((changes: Partial<Habits>) => {
    setHabits((before) => {
      const after = { ...before, ...changes };
      rememberHabits(after);
      return after;
    });
  }, []);
  const show = useCallback((layer: Layer, isShown: boolean) => {
    setShown((before) => {
      const after = new Set(before);
      if (isShown) after.add(layer);
      else after.delete(layer);
      return after;
    });
  }, []);

  const writeInto = useCallback(
    ({ layer, owner }: MarkPlace) => {
      setOffice(owner ?? null);
      change({ layer });
    },
    [change],
  );

  const writable = useWritable();
  const offices = useOffices();
  // On a paper that was handed over, drafting for the office is what the reader is there for.
  // For which office, of several, is for the reader to say.
  const draftsForOffice = !useOwnLayers().includes("shared") && offices.length === 1;
  useEffect(() => {
    if (draftsForOffice) setHabits((before) => ({ ...before, layer: "office" }));
  }, [draftsForOffice]);
  const layer = writable.includes(habits.layer) ? habits.layer : (writable[0] ?? "private");
  const itsOffice = office !== null && offices.includes(office) ? office : (offices[0] ?? null);
  const owner = layer === "office" ? itsOffice : null;
  const into = useMemo(
    (): MarkPlace => (owner === null ? { layer } : { layer, owner }),
    [layer, owner],
  );
  const value = useMemo(
    () => ({
      ...habits,
      layer,
      tool,
      take,
      change,
      into,
      writeInto,
      selected,
      select,
      shown,
      show,
      noteAt,
      beginNote,
      question,
      ask,
      wantsFocus,
      filter,
      narrow,
      typed,
      preview,
      sheets,
    }),
    [
      habits,
      layer,
      tool,
      take,
      change,
      into,
      writeInto,
      selected,
      shown,
      show,
      noteAt,
      question,
      filter,
      narrow,
      typed,
      preview,
      sheets,
    ],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

function rememberedHabits(): Habits | null {
  try {
    const parsed = Habits.safeParse(JSON.parse(localStorage.getItem(habitsKey) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    // No storage on this device: it begins with the first habits each time.
    return null;
  }
}

function rememberHabits(habits: Habits): void {
  try {
    localStorage.setItem(habitsKey, JSON.stringify(habits));
  } catch {
    // As above: nothing of what was written is lost by it.
  }
}
