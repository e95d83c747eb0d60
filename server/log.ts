/**
 * The unexpected, one JSON line each, with what helps to find it and nothing of what people wrote: no parameters of
 * queries, no bodies, no tokens, no query strings.
 */
export type LogContext = Record<string, string | number | null>;

/** Called once per failure, where it is turned into an answer or where nobody else would hear of it. */
export function logFailure(what: string, error: unknown, context: LogContext = {}): void {
  console.error(
    JSON.stringify({ at: new Date().toISOString(), what, ...context, error: describe(error) }),
  );
}

/** An expected no whose reason an operator may need, e.g. a passkey's answer that does not fit; no failure of ours. */
export function logRefusal(what: string, reason: unknown): void {
  const why = reason instanceof Error ? reason.message : "unknown";
  console.info(JSON.stringify({ at: new Date().toISOString(), what, why }));
}

type Description = {
  name: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Description;
};

function describe(error: unknown, depth = 0): Description {
  if (!(error instanceof Error)) return { name: typeof error, message: "not an Error" };
  const described: Description = { name: error.name, message: withoutParameters(error) };
  if ("code" in error && typeof error.code === "string") described.code = error.code;
  // The first line of a stack repeats the message, parameters included.
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  if (frames && frames.length > 0) described.stack = frames.map((line) => line.trim()).join("\n");
  if (error.cause !== undefined && depth < 4) described.cause = describe(error.cause, depth + 1);
  return described;
}

/** Drizzle writes a failed query's parameters into its message: names, texts, hashes. */
function withoutParameters(error: Error): string {
  if ("query" in error && "params" in error) return `Failed query: ${String(error.query)}`;
  return error.message;
}
