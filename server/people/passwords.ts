/** Passwords: argon2id with OWASP's parameters, a few at a time, so that a storm of sign-ins leaves a core for the meeting. */
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, type Options, verify } from "@node-rs/argon2";

/** OWASP password storage cheat sheet: argon2id, 19 MiB, two passes, one lane. The package's default algorithm is argon2id. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

export type Passwords = {
  /** PHC text. Waits for its turn, however long: only an administrator or the person asks for it. */
  hash(password: string): Promise<string>;
  /**
   * Costs the same whether there is a hash or not, so that time does not tell which accounts exist.
   * `busy`: too many wait already, nothing was computed.
   */
  verify(stored: string | null, password: string): Promise<"right" | "wrong" | "busy">;
};

/** @param waiting how many sign-ins may wait for their turn before others are told to come back */
export function openPasswords({
  atOnce = Math.max(1, availableParallelism() - 1),
  waiting = 64,
} = {}): Passwords {
  const turns = new Turns(atOnce);
  const decoy = turns.take(() => hash(randomBytes(16), cost));
  // Whoever awaits it later sees the failure; without this line Node would end the process before.
  decoy.catch(() => undefined);
  return {
    hash: (password) => turns.take(() => hash(normal(password), cost)),
    async verify(stored, password) {
      if (turns.waiting >= waiting) return "busy";
      const against = stored ?? (await decoy);
      const right = await turns.take(() => verify(against, normal(password)));
      return right && stored !== null ? "right" : "wrong";
    },
  };
}

/** Vietnamese letters are typed composed on one device and decomposed on another. */
function normal(password: string): string {
  return password.normalize("NFC");
}

/** First come, first served, `atOnce` at a time. */
class Turns {
  readonly #atOnce: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#atOnce) await new Promise<void>((go) => this.#queue.push(go));
    else this.#running++;
    try {
      return await work();
    } finally {
      // The turn is handed over without being set free, so that nobody slips in between.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
