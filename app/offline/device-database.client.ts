/**
 * IndexedDB as it is on a tablet: WebKit drops the connection of an app that was in the background (bugs 197050,
 * 277615), and then every operation fails until the database is opened anew. So each runs as a whole, on a connection
 * that stands, and once more on a new one when it broke in the middle. What is given to `run` must bear repeating.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";

export type DeviceDatabase<Schema extends DBSchema> = {
  /** Repeats what failed because the connection was lost; all other failures are the caller's. */
  run<Result>(operation: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result>;
  /** Removes the whole database from the device. */
  destroy(): Promise<void>;
};

const attempts = 4;

export function deviceDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (database: IDBPDatabase<Schema>, oldVersion: number) => void,
): DeviceDatabase<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const forget = () => {
    opening = null;
  };
  const opened = (): Promise<IDBPDatabase<Schema>> => {
    if (opening !== null) return opening;
    const mine = openDB<Schema>(name, version, {
      upgrade,
      // Another tab brings a newer form, or removes all: it must not wait for this one.
      blocking: (_current, _blocked, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    });
    opening = mine;
    mine.catch(() => {
      if (opening === mine) forget();
    });
    return mine;
  };

  return {
    async run(operation) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await operation(await opened());
        } catch (error) {
          if (attempt === attempts || !isConnectionLost(error)) throw error;
          const lost = opening;
          forget();
          lost?.then(
            (database) => database.close(),
            () => undefined,
          );
          await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
        }
      }
    },
    async destroy() {
      const held = opening;
      forget();
      await held?.then(
        (database) => database.close(),
        () => undefined,
      );
      await deleteDB(name);
    },
  };
}

/** `InvalidStateError`: the connection is closed. `UnknownError`, `AbortError`: WebKit's ways to say it was lost. */
function isConnectionLost(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    ["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"].includes(
      error.name,
    )
  );
}
