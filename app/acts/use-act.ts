import { useState } from "react";
import type { NewCommand } from "../live/outbox";
import type { LiveMeeting } from "../live/use-meeting";
import { useRefusalSentence } from "../messages/refusal";
import { announceProblem } from "../ui";

export type Act = {
  /** sends a command; says what stood in the way; true once the server has done it */
  run: (command: NewCommand) => Promise<boolean>;
  /** the type of the command that is on its way, if any */
  underWay: string | null;
  isConnected: boolean;
};

/** Acts of whoever runs or prepares the meeting: one at a time, each answered. */
export function useAct(meeting: Pick<LiveMeeting, "send" | "connection">): Act {
  const sentence = useRefusalSentence();
  const [underWay, setUnderWay] = useState<string | null>(null);
  const run = async (command: NewCommand): Promise<boolean> => {
    setUnderWay(command.type);
    try {
      const answer = await meeting.send(command);
      if (!answer.ok) announceProblem(sentence(answer.refusal));
      return answer.ok;
    } finally {
      setUnderWay(null);
    }
  };
  const { state } = meeting.connection;
  return { run, underWay, isConnected: state === "online" || state === "slow" };
}
