/** Not a fault: somebody asked for the end before the start was over. */
export class StartAborted extends Error {}

/** The parts of a running server, in the order they came up. */
export class Parts {
  readonly #parts: { name: string; stop: () => Promise<void> }[] = [];
  #stopping: Promise<void> | null = null;

  /**
   * Remembers how to end a part that has just started. When the end was asked for meanwhile, the part is ended here and
   * the start goes no further.
   * @throws StartAborted
   */
  async add(name: string, stop: () => Promise<void>): Promise<void> {
    if (this.#stopping === null) {
      this.#parts.push({ name, stop });
      return;
    }
    await stop();
    throw new StartAborted(`"${name}" had started when the end was asked for.`);
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
