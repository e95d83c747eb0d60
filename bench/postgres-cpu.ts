/** What our own PostgreSQL has used, all its processes together, where the system tells (Linux). */
import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second. */
const tickMicroseconds = 10_000;

/** Microseconds of all cores since each process began; 0 where it is not known. */
export function postgresCpu(postmaster: number | null): number {
  if (postmaster === null) return 0;
  let ticks = 0;
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const stat = statOf(name);
    if (stat === null) continue;
    // after the name, which may hold anything: state, parent, …, user and system time of itself and of ended children
    const [, parent, ...rest] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    if (Number(name) !== postmaster && parent !== postmaster) continue;
    ticks += rest.slice(9, 13).reduce((sum, each) => sum + each, 0);
  }
  return ticks * tickMicroseconds;
}

function statOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    // ended meanwhile
    return null;
  }
}
