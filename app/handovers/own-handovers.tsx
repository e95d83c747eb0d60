/** What the reader gave and was given of the meeting's papers, with the acts on it: for what stands around a paper. */
import { createContext, type ReactNode, useContext } from "react";
import type { Named } from "../../domain/bodies";
import type { HandoverView } from "../../domain/handovers";
import type { PersonId } from "../../domain/ids";
import { type Act, mayNow, useAct } from "../acts";
import type { LiveMeeting } from "../live/use-meeting";

type OwnHandovers = {
  me: PersonId;
  handovers: readonly HandoverView[];
  /** whom the reader may give papers to */
  staff: readonly Named[];
  mayGive: boolean;
  mayTakeBack: boolean;
  mayFinish: boolean;
  act: Act;
};

const Context = createContext<OwnHandovers | null>(null);

export function HandoversProvider(props: { meeting: LiveMeeting; children: ReactNode }) {
  const { view } = props.meeting;
  const { personId: me, handovers, staff } = view.me;
  const value = {
    me,
    handovers,
    staff,
    mayGive: mayNow(view, "handover.give"),
    mayTakeBack: mayNow(view, "handover.take_back"),
    mayFinish: mayNow(view, "handover.finish"),
    act: useAct(props.meeting),
  };
  return <Context.Provider value={value}>{props.children}</Context.Provider>;
}

/** Null where no meeting is around: nothing is handed over there. */
export function useOwnHandovers(): OwnHandovers | null {
  return useContext(Context);
}
