import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { type BodyId, MeetingId } from "../../domain/ids";
import type { MeetingInfo } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";
import { useCommands } from "../live/use-commands";
import { CreateMeetingScreen, localOf } from "../meetings";
import { useRefusalSentence } from "../messages/refusal";
import { pageTitle } from "../messages/speech.server";

const dayMs = 86_400_000;

export async function loader({ context }: LoaderFunctionArgs) {
  const { personId } = askerOf(context);
  const bodies = (await context.cabinet.read.bodies(personId)).filter(({ can }) =>
    can.includes("meeting.create"),
  );
  const [first] = bodies;
  if (first === undefined) throw notFound();
  // a regular session is called for a week from now, in the morning; both are only offered
  const day = localOf(instantOf(new Date(Date.now() + 7 * dayMs)), first.timeZone).slice(0, 10);
  return {
    title: pageTitle(context.locale, "newMeeting"),
    surroundings: await surroundingsOf(context),
    personId,
    bodies: bodies.map(({ bodyId, name, timeZone }) => ({ bodyId, name, timeZone })),
    suggested: { startsAt: `${day}T08:00`, endsAt: `${day}T11:30` },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewMeeting() {
  const { surroundings, personId, bodies, suggested } = useLoaderData<typeof loader>();
  const send = useCommands(personId);
  const sentence = useRefusalSentence();
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const create = async (bodyId: BodyId, info: MeetingInfo) => {
    setSending(true);
    const meetingId = MeetingId.parse(crypto.randomUUID());
    const answer = await send({ type: "meeting.create", meetingId, bodyId, info });
    setSending(false);
    if (answer.ok) navigate(`/meetings/${meetingId}/edit`);
    else setRefused(sentence(answer.refusal));
  };
  return (
    <CreateMeetingScreen
      surroundings={surroundings}
      bodies={bodies}
      suggested={suggested}
      refused={refused}
      isSending={isSending}
      onCreate={create}
    />
  );
}
