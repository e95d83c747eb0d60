/**
 * Differences between two JSON values, small enough to send. What a viewer may see is decided once,
 * by the view; an event reaches a viewer only as the difference it makes to that viewer's view, so a
 * redaction can never disagree with the view (docs/protocol.md, "Changes").
 */
import { z } from "zod";

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

const Path = z.array(z.union([z.string(), z.int().min(0)])).max(32);

/** Sets (or, without `value`, removes) what stands at `path`; an empty path is the whole value. */
const Put = z.strictObject({ path: Path, value: z.json().optional() });
/** In the list at `path`: takes `remove` entries out at place `at` and puts `insert` there. */
const Splice = z.strictObject({
  path: Path,
  at: z.int().min(0),
  remove: z.int().min(0),
  insert: z.array(z.json()),
});

export const Change = z.union([Splice, Put]);
export type Change = z.infer<typeof Change>;
type Path = z.infer<typeof Path>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own properties only: `constructor` may be somebody's key, and must not find the prototype's. */
const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Changes that make `to` of `from`; equal references are skipped, so shared parts cost nothing. */
export function changesBetween(from: unknown, to: unknown): Change[] {
  const changes: Change[] = [];
  collect(from, to, [], changes);
  return changes;
}

function collect(from: unknown, to: unknown, path: Path, into: Change[]): void {
  if (Object.is(from, to)) return;
  if (Array.isArray(from) && Array.isArray(to)) {
    if (from.length === to.length) {
      for (let index = 0; index < to.length; index++)
        collect(from[index], to[index], [...path, index], into);
    } else into.push(splice(from, to, path));
    return;
  }
  if (isRecord(from) && isRecord(to)) {
    for (const key of Object.keys(from)) {
      if (own(to, key) === undefined && from[key] !== undefined)
        into.push({ path: [...path, key] });
    }
    for (const key of Object.keys(to)) {
      if (to[key] !== undefined) collect(own(from, key), to[key], [...path, key], into);
    }
    return;
  }
  into.push({ path, value: jsonOf(to) });
}

/** What differs between two lists once their common beginning and end are set aside. */
function splice(from: readonly unknown[], to: readonly unknown[], path: Path): Change {
  const shorter = Math.min(from.length, to.length);
  let at = 0;
  while (at < shorter && isSame(from[at], to[at])) at++;
  let end = 0;
  while (end < shorter - at && isSame(from[from.length - 1 - end], to[to.length - 1 - end])) end++;
  return {
    path,
    at,
    remove: from.length - end - at,
    insert: to.slice(at, to.length - end).map(jsonOf),
  };
}

/** Equal as JSON, whatever the order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((entry, at) => isSame(entry, right[at]));
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const count = Object.keys(right).filter((key) => right[key] !== undefined).length;
  return keys.length === count && keys.every((key) => isSame(left[key], own(right, key)));
}

type Mutable = z.infer<ReturnType<typeof z.json>>;

/** @throws TypeError when the value could not be sent as JSON without loss */
function jsonOf(value: unknown): Mutable {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (!isRecord(value)) throw new TypeError(`a view holds ${typeof value}, which is not JSON`);
  const copy: { [key: string]: Mutable } = {};
  for (const [key, part] of Object.entries(value)) {
    if (key === "__proto__") throw new TypeError("a view holds a prototype key");
    if (part !== undefined) copy[key] = jsonOf(part);
  }
  return copy;
}

/**
 * `value` with the changes applied; untouched parts keep their references.
 * @throws RangeError when a path leads through nothing or names a prototype key: the changes are not of this value
 */
export function applyChanges<T>(value: T, changes: readonly Change[]): T {
  let result: unknown = value;
  for (const change of changes) result = applyAt(result, change, 0);
  // The value was made by the same view function on the server; the type is that function's.
  return result as T;
}

function applyAt(target: unknown, change: Change, depth: number): unknown {
  const { path } = change;
  const key = path[depth];
  if (key === undefined) return "at" in change ? spliced(target, change) : change.value;
  if (Array.isArray(target) && typeof key === "number" && key < target.length) {
    const copy: unknown[] = [...target];
    copy[key] = applyAt(target[key], change, depth + 1);
    return copy;
  }
  if (isRecord(target) && typeof key === "string" && key !== "__proto__") {
    const copy: Record<string, unknown> = { ...target };
    const isLast = depth === path.length - 1;
    if (isLast && !("at" in change) && change.value === undefined) delete copy[key];
    else copy[key] = applyAt(own(target, key), change, depth + 1);
    return copy;
  }
  throw new RangeError(`no such place in the view: ${path.slice(0, depth + 1).join(".")}`);
}

function spliced(target: unknown, { path, at, remove, insert }: z.infer<typeof Splice>): unknown {
  if (!Array.isArray(target) || at + remove > target.length)
    throw new RangeError(`no such entries in the view: ${path.join(".")}`);
  return target.toSpliced(at, remove, ...insert);
}
