/** Office files as PDF, one after the other, each by a process of its own that is ended afterwards. */
import { rename } from "node:fs/promises";
import type { IntakeProgress } from "../../../domain/documents";
import { InspectorStopped } from "../inspector";
import { type Bounds, runBounded } from "./bounded-run";
import type { OfficeEngine } from "./engine";

export type Converted = "converted" | "late" | "too_heavy" | "failed";

export type TellProgress = (progress: IntakeProgress) => void;

export type OfficeConverter = {
  /** Writes `into` from the file. Rejects only when it is stopped. The folder is empty before and thrown away by the caller. */
  convert(
    of: { file: string; extension: string; folder: string; into: string },
    tell: TellProgress,
  ): Promise<Converted>;
  stop(): Promise<void>;
};

/** What is needed while one file is converted: a gigabyte for LibreOffice itself. */
export const defaultBounds: Bounds = { limitMs: 120_000, residentMb: 2_048 };

/** What an engine says while it works: ours in a word, an installed one as `convert <file> as a Writer document -> …`. */
function stepOf(line: string): "opening" | "writing" | null {
  if (line === "opening") return "opening";
  return line === "writing" || line.startsWith("convert ") ? "writing" : null;
}

export function openOfficeConverter(
  engine: OfficeEngine,
  bounds: Bounds = defaultBounds,
): OfficeConverter {
  const alive = new Set<() => void>();
  const waiting: TellProgress[] = [];
  let isWorking = false;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();

  const tellWaiting = () => {
    for (const [place, tell] of waiting.entries()) {
      const ahead = place + (isWorking ? 1 : 0);
      if (ahead > 0) tell({ step: "waiting", ahead });
    }
  };

  const convert: OfficeConverter["convert"] = async ({ file, extension, folder, into }, tell) => {
    if (stopped) throw new InspectorStopped();
    tell({ step: "starting" });
    const { command, made } = await engine.prepare({ file, extension, folder, bounds });
    const end = await runBounded(command, bounds, {
      home: folder,
      alive,
      onLine(line) {
        const step = stepOf(line);
        if (step !== null) tell({ step });
      },
    });
    if (stopped) throw new InspectorStopped();
    if (end !== "ended") return end;
    return rename(made, into).then(
      () => "converted",
      // It ends well also when it wrote nothing.
      () => "failed",
    );
  };

  return {
    convert(of, tell) {
      // More than one at a time would take both processors and twice the memory from those who sit in session.
      waiting.push(tell);
      tellWaiting();
      const turn = last.then(() => {
        waiting.shift();
        isWorking = true;
        tellWaiting();
        return convert(of, tell);
      });
      last = turn
        .catch(() => undefined)
        .then(() => {
          isWorking = false;
        });
      return turn;
    },
    async stop() {
      stopped = true;
      for (const kill of alive) kill();
      await last;
    },
  };
}
