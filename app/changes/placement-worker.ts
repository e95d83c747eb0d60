/** The thread in which versions are compared: fuzzy search would hold up the page for seconds. */
import { createPlacementWork, type Work } from "./placement-work";

const answer = createPlacementWork();

self.addEventListener("message", ({ data }: MessageEvent<{ id: number; work: Work }>) => {
  try {
    self.postMessage({ id: data.id, answer: answer(data.work) });
  } catch (error) {
    self.postMessage({ id: data.id, failure: String(error) });
  }
});
