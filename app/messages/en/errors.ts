import type { Shape } from "../shape";
import type { errors as vi } from "../vi/errors";

export const errors = {
  reference: "Reference for support: {ref}",
  home: "Go to Today",
  reload: "Reload the page",
  forbidden: {
    title: "No right to see this page",
    body: "Ask the secretary of the meeting or the office if access is needed.",
  },
  notFound: {
    title: "Not found, or not open to this account",
    body: "The address may have changed, or the content is for those invited only.",
  },
  tooMany: {
    title: "Too many requests",
    body: "Please wait a minute and try again. What was saved is not affected.",
  },
  tooLarge: {
    title: "The file is over the limit",
    body: "The file is larger than this system allows.",
  },
  conflict: {
    title: "Somebody else has just changed this",
    body: "Please look again before saving.",
  },
  maintenance: {
    title: "The system is restarting",
    body: "The page opens again by itself in a few seconds. Everything recorded is safe.",
  },
  unexpected: {
    title: "The page did not open",
    body: "The fault has been logged. Everything recorded is safe.",
  },
  plainHttp: {
    title: "An encrypted connection is needed",
    body: "This system is reached by https only. Open it by its https address, or ask the administrator.",
  },
  offline: {
    title: "The server cannot be reached",
    body: "Check the network of this device, then try again.",
  },
} as const satisfies Shape<typeof vi>;
