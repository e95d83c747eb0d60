/** Where to go after signing in: a page of ours. Whatever leads elsewhere, or cannot be read, is the first page. */
export function ownPath(wanted: FormDataEntryValue | null | undefined): string {
  const ours = "http://ours.invalid";
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, ours))
    return "/";
  const url = new URL(wanted, ours);
  // "//elsewhere" and "/\elsewhere" are addresses of other hosts to a browser.
  if (url.origin !== ours || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
