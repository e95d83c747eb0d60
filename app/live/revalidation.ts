import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For screens that follow a meeting by socket: the loader runs for another address only. After a command
 * it would bring a second, older snapshot, and two thousand screens would ask at once.
 */
export const onlyForAnotherAddress: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;
