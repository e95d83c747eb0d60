/**
 * Differences between two JSON values, small enough to send. What a viewer may see is decided once,
 * by the view; an event reaches a viewer only as the difference it makes to that viewer's view, so a
 * redaction can never disagree with the view (docs/decisions, "views are diffed").
 */
import { z } from "zod";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Sets (or, without `value`, removes) what stands at `path`; an empty path is the whole value. */
export const Change = z.strictObject({
  path: z.array(z.union([z.string(), z.int().min(0)])).max(32),
  value: z.json().optional(),
});
export type Change = z.infer<typeof Change>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes that make `to` of `from`; equal references are skipped, so shared parts cost nothing. */
export function changesBetween(from: unknown, to: unknown): Change[] {
  const changes: Change[] = [];
  collect(from, to, [], changes);
  return changes;
}

function collect(from: unknown, to: unknown, path: (string | number)[], into: Change[]): void {
  if (Object.is(from, to)) return;
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    for (let index = 0; index < to.length; index++)
      collect(from[index], to[index], [...path, index], into);
    return;
  }
  if (isRecord(from) && isRecord(to)) {
    for (const key of Object.keys(from)) {
      if (to[key] === undefined && from[key] !== undefined) into.push({ path: [...path, key] });
    }
    for (const key of Object.keys(to)) {
      if (to[key] === undefined) continue;
      collect(Object.hasOwn(from, key) ? from[key] : undefined, to[key], [...path, key], into);
    }
    return;
  }
  if (Array.isArray(from) && Array.isArray(to) && JSON.stringify(from) === JSON.stringify(to)) return;
  into.push({ path, value: z.json().parse(to) });
}

/**
 * `value` with the changes applied; untouched parts keep their references.
 * @throws RangeError when a path leads through nothing or names a prototype key: the patch is not of this value
 */
export function applyChanges<T>(value: T, changes: readonly Change[]): T {
  let result: unknown = value;
  for (const change of changes) result = setAt(result, change.path, 0, change.value);
  // The value was made by the same view function on the server; the type is that function's.
  return result as T;
}

function setAt(target: unknown, path: Change["path"], depth: number, value: unknown): unknown {
  if (depth === path.length) return value;
  const key = path[depth];
  if (Array.isArray(target) && typeof key === "number" && key < target.length) {
    const copy = [...target];
    copy[key] = setAt(target[key], path, depth + 1, value);
    return copy;
  }
  if (isRecord(target) && typeof key === "string" && key !== "__proto__") {
    const copy: Record<string, unknown> = { ...target };
    if (depth === path.length - 1 && value === undefined) delete copy[key];
    else copy[key] = setAt(Object.hasOwn(target, key) ? target[key] : undefined, path, depth + 1, value);
    return copy;
  }
  throw new RangeError(`no such place in the view: ${path.slice(0, depth + 1).join(".")}`);
}
