/**
 * Runs a program on a file that may be hostile: a group of processes of its own with no environment of ours, off the
 * network where the system lets it, bounded in time and memory, and ended with us, whatever happens to either.
 */
import { execFile, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";

export type Bounds = {
  /** wall-clock time of one run */
  limitMs: number;
  /** memory of the program and all that it starts, where the system tells (Linux) */
  residentMb: number;
};

export type Command = { program: string; given: readonly string[]; startIn: string };

export type RunEnd = "ended" | "late" | "too_heavy";

/**
 * The program runs beside a watcher that hears on descriptor 3 when we are gone, also when we were killed and could
 * say nothing: then all of the group ends.
 */
const supervised = `"$@" </dev/null 3<&- & work=$!
(cat <&3 >/dev/null; kill -KILL 0) >/dev/null &
wait $work`;

/** Never rejects: a program that cannot be started has ended. `home` is its only place to write by intent. */
export async function runBounded(
  { program, given, startIn }: Command,
  { limitMs, residentMb }: Bounds,
  {
    home,
    alive,
    onLine,
  }: {
    home: string;
    /** holds the means to end it early, as long as it runs */
    alive: Set<() => void>;
    /** what it says while it works */
    onLine(line: string): void;
  },
): Promise<RunEnd> {
  const prefix = await unplugged();
  return new Promise((resolve) => {
    const child = spawn(
      "/bin/sh",
      // A room in session comes before a paper that is being converted.
      ["-c", supervised, "sh", "nice", "-n", "10", ...prefix, program, ...given],
      {
        cwd: startIn,
        detached: true,
        stdio: ["ignore", "pipe", "ignore", "pipe"],
        env: {
          NODE_ENV: "production",
          HOME: home,
          TMPDIR: home,
          PATH: [path.dirname(program), ...systemFolders].join(path.delimiter),
          LANG: "C.UTF-8",
        },
      },
    );
    let end: RunEnd = "ended";
    const kill = (because: RunEnd) => {
      if (end === "ended") end = because;
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended already.
      }
    };
    const killEarly = () => kill("ended");
    const late = setTimeout(() => kill("late"), limitMs);
    const weigh = setInterval(
      () => void weighGroup(child.pid).then((mb) => mb > residentMb && kill("too_heavy")),
      250,
    );
    if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", onLine);
    // The line to the watcher is cut when its group is killed.
    child.stdio[3]?.on("error", () => undefined);
    alive.add(killEarly);
    const finish = () => {
      clearTimeout(late);
      clearInterval(weigh);
      // What it left running would hold its folder.
      kill("ended");
      alive.delete(killEarly);
      resolve(end);
    };
    child.once("exit", finish);
    child.once("error", finish);
  });
}

const systemFolders = ["/usr/local/bin", "/usr/bin", "/bin"];

let prefix: Promise<readonly string[]> | undefined;

/** A name space with no network but itself, where this account may make one; else nothing in front. */
function unplugged(): Promise<readonly string[]> {
  const words = ["unshare", "--map-root-user", "--net", "--"];
  prefix ??= new Promise((resolve) => {
    const env = { NODE_ENV: "production", PATH: systemFolders.join(path.delimiter) } as const;
    execFile("unshare", [...words.slice(1), "true"], { env }, (error) =>
      resolve(error === null ? words : []),
    );
  });
  return prefix;
}

/** Megabytes of memory of a process group, where the system tells (Linux). */
async function weighGroup(group: number | undefined): Promise<number> {
  let kilobytes = 0;
  for (const entry of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "latin1").catch(() => "");
    // After the name, which may hold anything but ends with the last bracket: state, parent, group.
    if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]) !== group) continue;
    const status = await readFile(`/proc/${entry}/status`, "latin1").catch(() => "");
    kilobytes += Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  }
  return kilobytes / 1_024;
}
