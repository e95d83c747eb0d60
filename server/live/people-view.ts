/** The people of a meeting as all viewers see them, rendered once for all audiences and only when they changed. */
import { currentItem } from "../../domain/agenda";
import { type MeetingState, type PeopleView, peopleOf } from "../../domain/meetings";

/**
 * With a thousand seats this is most of a view, and a thousand votes change none of it. The same
 * reference also spares the comparison.
 */
export function createPeopleView(): (state: MeetingState) => PeopleView {
  let last: { of: MeetingState; view: PeopleView } | null = null;
  return (state) => {
    const isSame =
      last !== null &&
      last.of.attendance === state.attendance &&
      last.of.seats === state.seats &&
      last.of.rules === state.rules &&
      // the quorum is the current item's
      last.of.recusals === state.recusals &&
      currentItem(last.of.agenda) === currentItem(state.agenda);
    if (last === null || !isSame) last = { of: state, view: peopleOf(state) };
    return last.view;
  };
}
