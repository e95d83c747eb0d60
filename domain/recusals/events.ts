import type { RecusalDegree } from "../bodies";
import type { ItemId, PersonId } from "../ids";

type Named = { itemId: ItemId; personId: PersonId; name: string; degree: RecusalDegree };

/** The reason is `sealed`: it tells of a person's private affairs, and may tell what the item is about. */
export type RecusalEvent =
  | ({ type: "recusal.declared"; sealed: { reason: string } } & Named)
  | ({ type: "recusal.decided"; sealed: { reason: string } } & Named);
