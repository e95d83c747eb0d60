/** Which road to take to the server: a socket, or plain requests where a proxy refuses or swallows sockets. */
export class Road {
  /** sockets failed here where plain requests worked */
  #prefersPolling = false;
  #triesPolling = false;

  /** Behind a proxy the socket is still tried beside the requests: proxies change with the network. */
  get transports(): ("websocket" | "polling")[] {
    return this.#isPolling ? ["polling", "websocket"] : ["websocket"];
  }

  /** A proxy that swallows sockets says nothing: after this time the other road is taken. */
  get deadlineMs(): number {
    return this.#isPolling ? 6_000 : 1_500;
  }

  get #isPolling(): boolean {
    return this.#prefersPolling || this.#triesPolling;
  }

  connected(): void {
    if (this.#triesPolling) this.#prefersPolling = true;
    this.#triesPolling = false;
  }

  upgraded(): void {
    this.#prefersPolling = false;
  }

  /** true: the other road is worth trying at once; false: neither leads anywhere now */
  failed(): boolean {
    const other = !this.#isPolling;
    this.#triesPolling = other;
    return other;
  }
}
