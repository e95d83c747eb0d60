/**
 * Office files as PDF, by a LibreOffice that is installed on this machine. It runs as a process of its own for each
 * file, with its own empty profile and no environment of ours, and is ended when it takes too long.
 */
import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { InspectorStopped } from "./inspector";

export type Converted = "converted" | "late" | "failed";

export type OfficeConverter = {
  /** Writes `into` from the file, one file after the other. Rejects only when it is stopped. The folder is empty before and thrown away by the caller. */
  convert(of: {
    file: string;
    extension: string;
    folder: string;
    into: string;
  }): Promise<Converted>;
  stop(): Promise<void>;
};

const longestMs = 120_000;
/** Of it and all that it starts. */
const residentMb = 2_048;

/** Read by LibreOffice before it opens anything: no macros, nothing fetched for a document, no way out if it tried. */
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
`;

export function openSoffice(program: string, limitMs = longestMs): OfficeConverter {
  const alive = new Set<() => void>();
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();

  const convert: OfficeConverter["convert"] = async ({ file, extension, folder, into }) => {
    if (stopped) throw new InspectorStopped();
    const home = path.join(folder, "profile");
    await mkdir(path.join(home, "user"), { recursive: true });
    await writeFile(path.join(home, "user/registrymodifications.xcu"), profile);
    // It tells what a file is by its name.
    const named = path.join(folder, `paper.${extension}`);
    await copyFile(file, named);
    const end = await run(
      program,
      [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        `-env:UserInstallation=${pathToFileURL(home).href}`,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        named,
      ],
      { folder, limitMs, alive },
    );
    if (stopped) throw new InspectorStopped();
    if (end === "late") return "late";
    return rename(path.join(folder, "paper.pdf"), into).then(
      () => "converted",
      // It ends well also when it wrote nothing.
      () => "failed",
    );
  };

  return {
    convert(of) {
      const turn = last.then(() => convert(of));
      last = turn.catch(() => undefined);
      return turn;
    },
    async stop() {
      stopped = true;
      for (const kill of alive) kill();
      await last;
    },
  };
}

/** It starts others of its own, so all of its group end with it. */
function run(
  program: string,
  given: string[],
  { folder, limitMs, alive }: { folder: string; limitMs: number; alive: Set<() => void> },
): Promise<"ended" | "late"> {
  return new Promise((resolve) => {
    const child = spawn(program, given, {
      cwd: folder,
      detached: true,
      stdio: "ignore",
      env: {
        NODE_ENV: "production",
        HOME: folder,
        TMPDIR: folder,
        PATH: [path.dirname(program), "/usr/local/bin", "/usr/bin", "/bin"].join(path.delimiter),
        LANG: "C.UTF-8",
      },
    });
    let isLate = false;
    const kill = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended already.
      }
    };
    const late = setTimeout(() => {
      isLate = true;
      kill();
    }, limitMs);
    const weigh = setInterval(
      () => void weighGroup(child.pid).then((mb) => mb > residentMb && kill()),
      500,
    );
    alive.add(kill);
    const end = () => {
      clearTimeout(late);
      clearInterval(weigh);
      // What it left running would hold the folder.
      kill();
      alive.delete(kill);
      resolve(isLate ? "late" : "ended");
    };
    child.once("exit", end);
    child.once("error", end);
  });
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
