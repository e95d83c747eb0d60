/** The people of the meeting around a screen, by id: for what names them far below, as a remark names its author. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { PersonId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";

export type People = {
  timeZone: string;
  /** null for people who are not on the list: those who serve the meeting */
  nameOf(personId: PersonId): string | null;
};

const Context = createContext<People | null>(null);

export function usePeople(): People {
  const people = useContext(Context);
  if (people === null) throw new Error("There is no meeting around this component.");
  return people;
}

export function PeopleProvider({
  view,
  ownName,
  children,
}: {
  view: MeetingView;
  ownName: string;
  children: ReactNode;
}) {
  const { seats, guests, timeZone } = view.shared;
  const { personId: me, handovers, staff: ownStaff } = view.me;
  const people = useMemo<People>(() => {
    const substitutes = seats.flatMap(({ substitute }) => substitute ?? []);
    const names = new Map(
      [...guests, ...substitutes, ...seats].map(({ personId, name }) => [personId, name]),
    );
    for (const { member, staff } of handovers)
      for (const { personId, name } of [member, staff])
        if (!names.has(personId)) names.set(personId, name);
    for (const { personId, name } of ownStaff) if (!names.has(personId)) names.set(personId, name);
    names.set(me, ownName);
    return { timeZone, nameOf: (personId) => names.get(personId) ?? null };
  }, [seats, guests, timeZone, me, ownName, handovers, ownStaff]);
  return <Context.Provider value={people}>{children}</Context.Provider>;
}
