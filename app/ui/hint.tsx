import { useProgress } from "./later";
import { layers } from "./layer-part";

/** Shows the `data-hint` of what is under the pointer or has the focus: once on a page, for all that stands on it. */
export function Hints() {
  const progress = useProgress(layers);
  return progress.state === "there" && <progress.loaded.HintLayer />;
}
