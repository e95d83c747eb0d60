import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { AttendanceScreen } from "../attendance";
import { askerOf, meetingOf, notFound, surroundingsOf } from "../cabinet.server";
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
  if (!can.includes("presence.record") && !can.includes("invitation.grant_absence"))
    throw notFound();
  const body = await context.cabinet.read.body(view.shared.bodyId, askerOf(context).personId);
  const title = { text: textIn(context.locale, view.shared.info.title) };
  return {
    title: pageTitle(context.locale, "attendance", title),
    view,
    surroundings,
    people: body?.people ?? [],
  };
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Attendance() {
  const { view, surroundings, people } = useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  const nowMs = useServerTime();
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return (
    <AttendanceScreen surroundings={surroundings} meeting={meeting} nowMs={nowMs} people={people} />
  );
}
