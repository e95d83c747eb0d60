import { useProgress } from "./later";
import { layers } from "./layer-part";
import type { Note } from "./layers";

/** Says that something was done, and offers to take it back where it can be, for eight seconds. */
export function announceDone(text: string, act?: Note["act"]): void {
  say(act === undefined ? { text, tone: "done" } : { text, tone: "done", act }, 8_000);
}

/** Says what did not work; stays until it is read. */
export function announceProblem(text: string): void {
  say({ text, tone: "problem" });
}

const tryAgainMs = 2_000;

/** What is to be said waits for the place where it is said. */
function say(note: Note, timeout?: number): void {
  layers.load().then(
    ({ toasts }) => toasts.add(note, timeout === undefined ? {} : { timeout }),
    () => setTimeout(() => say(note, timeout), tryAgainMs),
  );
}

export function Toasts() {
  const progress = useProgress(layers);
  return progress.state === "there" && <progress.loaded.ToastLayer />;
}
