import type { ReaderExtra } from "../reader/reader-context";
import { EdgeTicks } from "./edge-ticks";
import { PageHits } from "./page-hits";
import "./search.css";
import { SearchAside } from "./search-aside";
import { SearchTools } from "./search-tools";
import { SearchProvider } from "./use-search";

/** Search, as it is added to the reader. */
export const searchExtra: ReaderExtra = {
  Provider: SearchProvider,
  Aside: SearchAside,
  Tools: SearchTools,
  PageLayer: PageHits,
  Edge: EdgeTicks,
};
