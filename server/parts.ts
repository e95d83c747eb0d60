/** The parts of a running server, in the order they came up. */
export class Parts {
  readonly #parts: { name: string; stop: () => Promise<void> }[] = [];
  #stopping: Promise<void> | null = null;

  /** Remembers how to end a part that has just started. */
  add(name: string, stop: () => Promise<void>): void {
    this.#parts.push({ name, stop });
  }

  /**
   * Ends all parts, the last started first, each after the one before has ended. A part that fails to end does not
   * keep the others alive; the failures are thrown together at the end. Repeated calls share one stop.
   */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    const failures: Error[] = [];
    for (const { name, stop } of this.#parts.toReversed()) {
      try {
        await stop();
      } catch (cause) {
        failures.push(new Error(`The part "${name}" did not end well.`, { cause }));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "The server did not end well.");
  }
}
