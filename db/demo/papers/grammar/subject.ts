/** A subject's words and figures, and the running numbers of one paper about it. */

import { official } from "./official";
import { seeded } from "./random";
import { type Rules, Speech } from "./speech";

/** A measured quantity: `from` in the first year to `to` in the last. */
export type Indicator = { name: string; unit: string; from: number; to: number };

export type Subject = {
  rules: Rules;
  indicators: readonly Indicator[];
  /** what a list or table of measures is made of */
  source: string;
};

/** The writer of one paper: voice, subject, numbers of figures and tables so far. */
export class Writer {
  readonly speech: Speech;
  figures = 0;
  tables = 0;

  constructor(
    readonly subject: Subject,
    seed: string,
  ) {
    this.speech = new Speech({ ...official, ...subject.rules }, seed);
  }

  /** Values of an indicator for `count` years, the same in every paper of the subject. */
  values(indicator: Indicator, count: number): number[] {
    const random = seeded(indicator.name);
    return Array.from({ length: count }, (_, index) => {
      const ideal = indicator.from + ((indicator.to - indicator.from) * index) / (count - 1);
      const edge = index === 0 || index === count - 1;
      const value = edge
        ? ideal
        : ideal + (random() - 0.5) * Math.abs(indicator.to - indicator.from) * 0.22;
      return Math.abs(indicator.to) >= 200 ? Math.round(value) : Math.round(value * 10) / 10;
    });
  }
}
