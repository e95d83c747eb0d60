import { z } from "zod";
import { ItemId, MeetingId, PersonId } from "../ids";
import { bilingual, Day, optionalText, text } from "../text";
import { Outcome, Purpose, Treatment } from "./item";

const item = { meetingId: MeetingId, itemId: ItemId } as const;

export const ItemContentInput = z.strictObject({
  title: bilingual(500),
  purpose: Purpose,
  treatment: Treatment,
  closed: z.boolean(),
  grade: text(20).nullable(),
  leadAgency: text(20).nullable(),
  presenter: z.strictObject({ personId: PersonId.nullable(), name: text(120) }).nullable(),
  minutes: z.int().min(0).max(600),
  openToObservers: z.boolean(),
});

export const agendaCommands = {
  "agenda.add_item": z.strictObject({
    ...item,
    parent: ItemId.nullable(),
    content: ItemContentInput,
  }),
  "agenda.edit_item": z.strictObject({
    ...item,
    basedOnEdition: z.int().min(1),
    content: ItemContentInput,
  }),
  "agenda.move_item": z.strictObject({
    ...item,
    basedOnOrderEdition: z.int().min(0),
    parent: ItemId.nullable(),
    /** position among its siblings, from 0 */
    position: z.int().min(0).max(500),
  }),
  /** only what was never published; a published item is withdrawn and keeps its number */
  "agenda.remove_item": z.strictObject(item),
  "item.call": z.strictObject(item),
  "item.suspend": z.strictObject(item),
  "item.conclude": z.strictObject({
    ...item,
    outcome: z.enum(Outcome.options).exclude(["postponed", "withdrawn"]),
    conclusion: optionalText(5000),
    /** required with `not_adopted` */
    resubmitBy: Day.nullable(),
  }),
  "item.postpone": z.strictObject({ ...item, reason: optionalText(1000) }),
  "item.withdraw": z.strictObject({ ...item, reason: optionalText(1000) }),
  "item.reopen": z.strictObject({ ...item, reason: text(1000) }),
} as const;

type Schemas = typeof agendaCommands;
export type AgendaCommandType = keyof Schemas;
/** An agenda command by type, as `decide` takes it. */
export type AgendaCommands = {
  [T in AgendaCommandType]: { type: T } & z.infer<Schemas[T]>;
};
