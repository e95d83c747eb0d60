/**
 * The role that the running product works as: it may read and add, but not change or take away what is
 * append-only. The triggers refuse that to everybody; this keeps a hole in our own code from reaching them.
 */
import postgres, { type Sql } from "postgres";

const role = "e_cabinet_application";

/** Tables of which a row, once there, stays as it is. */
const appendOnly = ["journal", "journal_sealed", "command_answer"] as const;

/**
 * Makes the role where it is missing, and answers its name; null where the owner may not make roles
 * (a managed server), then the product works as the owner and the triggers stand alone.
 */
export async function applicationRole(owner: Sql): Promise<string | null> {
  try {
    const [known] = await owner`select 1 from pg_roles where rolname = ${role}`;
    if (known === undefined) await owner.unsafe(`create role ${role} nologin`).catch(madeMeanwhile);
    const [member] = await owner<{ member: boolean }[]>`
      select pg_has_role(current_user, ${role}, 'member') as member`;
    if (member?.member !== true) await owner.unsafe(`grant ${role} to current_user`);
    await owner.begin((tx) => tx.unsafe(`set local role ${role}`));
    return role;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** After migrations: rights on all that is there now. Repeatable. */
export async function grantRights(owner: Sql): Promise<void> {
  const tables = appendOnly.join(", ");
  await owner.begin((tx) =>
    tx.unsafe(`
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke update, delete, truncate on ${tables} from ${role};
    `),
  );
}

/** Roles belong to the whole server: another database's start may have been faster. */
function madeMeanwhile(error: unknown): void {
  const codes = ["42710", "23505"];
  if (!(error instanceof postgres.PostgresError && codes.includes(error.code))) throw error;
}

function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "42501";
}
