import { findChromium } from "./chromium";

/** Before the end-to-end tests: one line for who has no browser, and one unpacking for all workers. */
export async function setup(): Promise<void> {
  try {
    await findChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    // Thrown onwards it would bury that line under a stack.
    process.exit(1);
  }
}
