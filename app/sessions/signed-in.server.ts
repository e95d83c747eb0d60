import { redirectDocument } from "@remix-run/node";

/** A whole new page: nothing of what an earlier person saw on this device stays in the tab. */
export function redirectWithCookies(path: string, setCookies: readonly string[]): Response {
  const headers = new Headers();
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return redirectDocument(path, { headers });
}
