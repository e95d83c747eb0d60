/** What a service worker has around it, as far as ours uses it: TypeScript's own list excludes that of pages. */
export type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };

export type FetchEvent = ExtendableEvent & {
  request: Request;
  clientId: string;
  respondWith(answer: Promise<Response>): void;
};

export type WorkerMessageEvent = ExtendableEvent & { data: unknown };

export type WorkerClient = {
  id: string;
  url: string;
  type: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
};

export type WorkerScope = {
  location: { origin: string };
  navigator: { onLine: boolean };
  clients: {
    get(id: string): Promise<WorkerClient | undefined>;
    claim(): Promise<void>;
    matchAll(options: {
      includeUncontrolled?: boolean;
      type?: "window";
    }): Promise<readonly WorkerClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: WorkerMessageEvent) => void): void;
};
