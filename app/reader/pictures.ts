/** Pictures of pages, made at intake: shown until a page itself is painted, and where it is shown small. */
import type { VersionId } from "../../domain/ids";

/** About 1,000 pixels wide. */
export function posterOf(versionId: VersionId, page: number): string {
  return `/documents/${versionId}/pages/${page}/poster.webp`;
}

/** 164 pixels wide. */
export function thumbnailOf(versionId: VersionId, page: number): string {
  return `/documents/${versionId}/pages/${page}/thumbnail.webp`;
}
