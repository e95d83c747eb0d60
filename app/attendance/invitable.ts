/** People who can be asked to stand in, and how they are found by typing. */
import type { PersonId } from "../../domain/ids";

export type Invitable = { personId: PersonId; name: string };

/** Letters without their marks: "thuy" finds "Thủy", "dat" finds "Đạt". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
