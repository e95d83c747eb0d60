/** How much one socket may say: so many messages at once, and so many a second for long. */
export type Verdict = "taken" | "refused" | "abuse";

export type Rate = { burst: number; perSecond: number };

/** Messages of any kind but marks. */
const rate: Rate = { burst: 60, perSecond: 20 };
/** Refused messages in a row, after which nobody is taken to be merely clumsy. */
const abuseAfter = 200;

export class TokenBucket {
  #tokens: number;
  #filledAt: number;
  #refused = 0;
  readonly #rate: Rate;

  constructor(nowMs: number, of: Rate = rate) {
    this.#rate = of;
    this.#tokens = of.burst;
    this.#filledAt = nowMs;
  }

  /** @param cost of this one, in tokens; what costs more than a whole burst is never taken */
  take(nowMs: number, cost = 1): Verdict {
    const { burst, perSecond } = this.#rate;
    const gained = ((nowMs - this.#filledAt) / 1000) * perSecond;
    this.#tokens = Math.min(burst, this.#tokens + gained);
    this.#filledAt = nowMs;
    if (this.#tokens >= cost) {
      this.#tokens -= cost;
      this.#refused = 0;
      return "taken";
    }
    this.#refused += 1;
    return this.#refused > abuseAfter ? "abuse" : "refused";
  }
}
