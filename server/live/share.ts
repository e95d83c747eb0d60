/** What one socket may say: little of everything, more of marks, which come by the hundred when a device returns. */
import { TokenBucket, type Verdict } from "./token-bucket";

/** An afternoon's gestures at once, and as many a second as two hands make. */
const writings = { burst: 4_000, perSecond: 20 };
const writtenBytes = { burst: 8_000_000, perSecond: 65_536 };
/** An opening may answer with megabytes. */
const openings = { burst: 60, perSecond: 2 };

export class Share {
  readonly #messages: TokenBucket;
  readonly #writings: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #openings: TokenBucket;

  constructor(nowMs: number) {
    this.#messages = new TokenBucket(nowMs);
    this.#writings = new TokenBucket(nowMs, writings);
    this.#bytes = new TokenBucket(nowMs, writtenBytes);
    this.#openings = new TokenBucket(nowMs, openings);
  }

  take(name: unknown, parts: readonly unknown[], nowMs: number): Verdict {
    if (name === "marks.write") {
      const bytes = this.#bytes.take(nowMs, updateLengthIn(parts[0]));
      return bytes === "taken" ? this.#writings.take(nowMs) : bytes;
    }
    if (name === "marks.open") return this.#openings.take(nowMs);
    return this.#messages.take(nowMs);
  }
}

/** Characters of the update in what claims to be a `marks.write`. */
export function updateLengthIn(payload: unknown): number {
  const isObject = typeof payload === "object" && payload !== null;
  const update: unknown = isObject && "update" in payload ? payload.update : null;
  return typeof update === "string" ? update.length : 0;
}
