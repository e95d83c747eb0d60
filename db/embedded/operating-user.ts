/**
 * As whom PostgreSQL runs. It refuses to be root; where our server is root (a bare container), it gets
 * a user of its own.
 */
import { execFile, type SpawnOptions } from "node:child_process";
import { chown, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const userName = "postgres";

export type OperatingUser = {
  /** how a program and its arguments are spawned as this user */
  command(program: string, args: readonly string[]): { file: string; args: string[] };
  spawnOptions: Pick<SpawnOptions, "uid" | "gid">;
  /** gives a file or folder to this user */
  own(file: string): Promise<void>;
};

/**
 * @param paths what this user must be able to reach: the programs and the data
 * @throws Error in one sentence when there is no way
 */
export async function operatingUser(paths: readonly string[]): Promise<OperatingUser> {
  if (process.getuid?.() !== 0) return asOurselves;
  const ids = (await idsOf(userName)) ?? (await createUser());
  const own = (file: string) => chown(file, ids.uid, ids.gid);
  const reachable = await Promise.all(paths.map((file) => canReach(file, ids)));
  if (reachable.every(Boolean)) {
    return { command: (file, args) => ({ file, args: [...args] }), spawnOptions: ids, own };
  }
  // A checkout in root's own folder (/root, mktemp -d) is closed to others. Opening it would be
  // rude; the right to pass through folders, kept for this one program, is enough.
  const { uid, gid } = ids;
  const keep = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const pass = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  await run("setpriv", [...keep, ...pass, "true"]).catch((cause: unknown) => {
    const sentence = `PostgreSQL runs as ${userName}, who cannot reach ${paths.join(" and ")}: move the checkout to where others may read, start as another user than root, or set DATABASE_URL.`;
    throw new Error(sentence, { cause });
  });
  return {
    command: (program, args) => ({ file: "setpriv", args: [...keep, ...pass, program, ...args] }),
    spawnOptions: {},
    own,
  };
}

const asOurselves: OperatingUser = {
  command: (file, args) => ({ file, args: [...args] }),
  spawnOptions: {},
  own: () => Promise.resolve(),
};

type Ids = { uid: number; gid: number };

async function idsOf(name: string): Promise<Ids | null> {
  const users = await readFile("/etc/passwd", "utf8");
  const line = users.split("\n").find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return null;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

async function createUser(): Promise<Ids> {
  await run("useradd", ["--system", "--user-group", "--no-create-home", userName]).catch(
    (cause: unknown) => {
      throw new Error(
        `PostgreSQL does not run as root, and no user "${userName}" could be made: make one, start as another user, or set DATABASE_URL.`,
        { cause },
      );
    },
  );
  const ids = await idsOf(userName);
  if (ids === null) throw new Error(`The user "${userName}" was made but is not in /etc/passwd.`);
  return ids;
}

/** Whether every folder above `file` lets this user through. */
async function canReach(file: string, { uid, gid }: Ids): Promise<boolean> {
  let folder = path.resolve(file);
  for (;;) {
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
    const { mode, uid: owner, gid: group } = await stat(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
}
