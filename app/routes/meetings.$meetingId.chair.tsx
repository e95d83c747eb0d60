import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { meetingOf, notFound, surroundingsOf } from "../cabinet.server";
import { ChairScreen } from "../chair";
import { onlyForAnotherAddress } from "../live/revalidation";
import { useMeeting, useServerTime } from "../live/use-meeting";
import { useLeftMarks } from "../marks/sync/use-left-marks";
import { pageTitle } from "../messages/speech.server";
import { MeetingGone } from "../room";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const [view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    surroundingsOf(context),
  ]);
  const { can } = view.me;
  // the console is for whoever presides now, and for the head who may take the chair back
  if (!can.includes("session.open") && !can.includes("presiding.assign")) throw notFound();
  const title = { text: textIn(context.locale, view.shared.info.title) };
  return { title: pageTitle(context.locale, "chair", title), view, surroundings };
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Chair() {
  const { view, surroundings } = useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  const nowMs = useServerTime();
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return <ChairScreen surroundings={surroundings} meeting={meeting} nowMs={nowMs} />;
}
