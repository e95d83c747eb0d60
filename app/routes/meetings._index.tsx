import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { askerOf, surroundingsOf } from "../cabinet.server";
import { MeetingListScreen } from "../meetings";
import { pageTitle } from "../messages/speech.server";
import { orFromDevice } from "../offline/or-from-device.client";

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

/** Nothing of it lies on a device: without a server, the page that shows what does. */
export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orFromDevice(
    () => serverLoader<typeof loader>(),
    () => Promise.resolve(null),
    request,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Meetings() {
  const { surroundings, meetings, mayCreate } = useLoaderData<typeof loader>();
  return (
    <MeetingListScreen surroundings={surroundings} meetings={meetings} mayCreate={mayCreate} />
  );
}
