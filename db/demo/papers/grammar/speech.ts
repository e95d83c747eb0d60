/** Sentences from rules: `{key}` is replaced by one of the rule's texts, `{12-95}` by a number. */
import { bagOf, between, type Random, seeded } from "./random";

export type Rules = Readonly<Record<string, readonly string[]>>;
export type NumberStyle = "vi" | "en";

export function grouped(value: number, style: NumberStyle): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, style === "vi" ? "." : ",");
}

export function decimal(value: number, style: NumberStyle, digits = 1): string {
  const [whole = "0", part = ""] = value.toFixed(digits).split(".");
  const head = whole.replace(/\B(?=(\d{3})+$)/g, style === "vi" ? "." : ",");
  return part === "" ? head : `${head}${style === "vi" ? "," : "."}${part}`;
}

const slot = /\{(%?)(\d+)-(\d+)\}|\{([a-zA-Z0-9]+)\}/;

/** A voice: one set of rules and one seed; the same calls give the same sentences. */
export class Speech {
  readonly random: Random;
  private readonly bags = new Map<string, () => string>();

  constructor(
    private readonly rules: Rules,
    seed: string,
    readonly style: NumberStyle = "vi",
  ) {
    this.random = seeded(seed);
  }

  /** One text of the rule, every slot filled, as a phrase (no capital is added). */
  phrase(key: string): string {
    let bag = this.bags.get(key);
    if (bag === undefined) {
      const texts = this.rules[key];
      if (texts === undefined) throw new Error(`no rule "${key}"`);
      bag = bagOf(texts, this.random);
      this.bags.set(key, bag);
    }
    return this.fill(bag());
  }

  /** Fills the slots of a text. */
  fill(text: string): string {
    let left = text;
    let done = "";
    for (let match = slot.exec(left); match !== null; match = slot.exec(left)) {
      const [whole, part, low, high, key] = match;
      done += left.slice(0, match.index);
      const value =
        key === undefined ? this.number(part === "%", Number(low), Number(high)) : this.phrase(key);
      done += value;
      left = left.slice(match.index + whole.length);
    }
    return done + left;
  }

  /** A sentence or several: filled, with capitals where sentences begin. */
  say(text: string): string {
    return capitals(this.fill(text));
  }

  /** A paragraph of sentences, one of each of these rules. */
  paragraph(...keys: readonly string[]): string {
    return capitals(keys.map((key) => this.phrase(key)).join(" "));
  }

  number(fraction: boolean, low: number, high: number): string {
    if (fraction) return decimal(low + this.random() * (high - low), this.style);
    const value = between(this.random, low, high);
    return low >= 1900 && high <= 2100 ? String(value) : grouped(value, this.style);
  }
}

export function capitals(text: string): string {
  return text.replace(/(^|[.!?:] )(\p{Ll})/gu, (whole, before: string, letter: string) =>
    before.startsWith(":") ? whole : before + letter.toUpperCase(),
  );
}
