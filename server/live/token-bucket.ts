/** How much one socket may say: so many messages at once, and so many a second for long. */
export type Verdict = "taken" | "refused" | "abuse";

const rate = { burst: 60, perSecond: 20 };
/** Refused messages in a row, after which nobody is taken to be merely clumsy. */
const abuseAfter = 200;

export class TokenBucket {
  #tokens = rate.burst;
  #filledAt: number;
  #refused = 0;

  constructor(nowMs: number) {
    this.#filledAt = nowMs;
  }

  take(nowMs: number): Verdict {
    const gained = ((nowMs - this.#filledAt) / 1000) * rate.perSecond;
    this.#tokens = Math.min(rate.burst, this.#tokens + gained);
    this.#filledAt = nowMs;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      this.#refused = 0;
      return "taken";
    }
    this.#refused += 1;
    return this.#refused > abuseAfter ? "abuse" : "refused";
  }
}
