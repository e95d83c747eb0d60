/** What the server hands to every loader and action, typed once. Types only: the running server is never imported. */
import type { PageContext } from "../server/http/page-context";

declare module "@remix-run/node" {
  interface AppLoadContext extends PageContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
