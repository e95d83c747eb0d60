/** A member's office: whom the member names sees and writes the office layer of what they may read themselves (MK3, MK12). */
import type { PersonId } from "../ids";

export type OfficeFacts = {
  /** has a seat in some body today */
  sits: boolean;
  /** those with a function today in a body in which the member sits */
  serving: readonly { personId: PersonId; name: string }[];
};

export const mayHaveStaff = ({ sits }: OfficeFacts): boolean => sits;

export const mayBeStaff = (
  memberId: PersonId,
  personId: PersonId,
  { sits, serving }: OfficeFacts,
): boolean =>
  sits && personId !== memberId && serving.some((person) => person.personId === personId);
