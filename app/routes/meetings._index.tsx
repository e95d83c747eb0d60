import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askerOf, surroundingsOf } from "../cabinet.server";
import { MeetingListScreen } from "../meetings";
import { pageTitle } from "../messages/speech.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const { personId } = askerOf(context);
  const { read } = context.cabinet;
  const [surroundings, meetings, bodies] = await Promise.all([
    surroundingsOf(context),
    read.meetings(personId),
    read.bodies(personId),
  ]);
  const mayCreate = bodies.some(({ can }) => can.includes("meeting.create"));
  return { title: pageTitle(context.locale, "meetings"), surroundings, meetings, mayCreate };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Meetings() {
  const { surroundings, meetings, mayCreate } = useLoaderData<typeof loader>();
  return (
    <MeetingListScreen surroundings={surroundings} meetings={meetings} mayCreate={mayCreate} />
  );
}
