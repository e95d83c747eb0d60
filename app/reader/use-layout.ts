import { useEffect, useLayoutEffect } from "react";

/** The server lays nothing out, and says so at length when it is asked to. */
export const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;
