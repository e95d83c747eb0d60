/** Deep enough for every command; deeper is an attempt to exhaust the stack of whoever walks it. */
const maxDepth = 16;
const poisonousKeys = new Set(["__proto__", "constructor", "prototype"]);

/** Whether parsed JSON is of sane depth and has no key that could reach into a prototype. Looks without recursion. */
export function isPlainJson(value: unknown): boolean {
  const left: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth >= maxDepth) return false;
    for (const [key, inner] of Object.entries(next.value)) {
      if (poisonousKeys.has(key)) return false;
      left.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return value !== undefined;
}
