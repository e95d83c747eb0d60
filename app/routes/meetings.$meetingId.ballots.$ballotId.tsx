import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { meetingOf, notFound, surroundingsOf } from "../cabinet.server";
import { onlyForAnotherAddress } from "../live/revalidation";
import { useMeeting } from "../live/use-meeting";
import { useLeftMarks } from "../marks/sync/use-left-marks";
import { pageTitle } from "../messages/speech.server";
import { ResultScreen } from "../results";
import { MeetingGone } from "../room";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const [view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    surroundingsOf(context),
  ]);
  const ballot = view.shared.ballots.find(({ ballotId }) => ballotId === params.ballotId);
  if (ballot === undefined) throw notFound();
  const title = { text: textIn(context.locale, ballot.question) };
  const { ballotId } = ballot;
  return { title: pageTitle(context.locale, "result", title), view, surroundings, ballotId };
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Result() {
  const { view: initial, surroundings, ballotId } = useLoaderData<typeof loader>();
  const { view, connection, gone } = useMeeting(initial);
  useLeftMarks(view.me.personId);
  const ballot = view.shared.ballots.find((candidate) => candidate.ballotId === ballotId);
  if (gone || ballot === undefined) return <MeetingGone surroundings={surroundings} />;
  return (
    <ResultScreen
      surroundings={surroundings}
      view={view}
      ballot={ballot}
      connection={connection.state}
    />
  );
}
