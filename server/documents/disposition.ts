/** `Content-Disposition`: under which name a file arrives, and whether to be kept or shown. */

/** The name twice (RFC 6266): for old readers without its marks, for all others exactly (RFC 5987). */
export function disposition(fileName: string, download: boolean): string {
  const plain = fileName
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${download ? "attachment" : "inline"}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
