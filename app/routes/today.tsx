import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { askerOf, surroundingsOf } from "../cabinet.server";
import { useConnection, useServerTime } from "../live/use-meeting";
import { pageTitle } from "../messages/speech.server";
import { orFromDevice } from "../offline/or-from-device.client";
import { meetingToRead, readingOf, TodayScreen } from "../today";

export async function loader({ context }: LoaderFunctionArgs) {
  const { personId } = askerOf(context);
  const { read } = context.cabinet;
  const [surroundings, meetings, handovers, mentions] = await Promise.all([
    surroundingsOf(context),
    read.meetings(personId),
    read.handovers(personId),
    read.mentions(personId),
  ]);
  const { meetingId } = meetingToRead(meetings) ?? {};
  const [view, remembered] =
    meetingId === undefined
      ? [null, {}]
      : await Promise.all([
          read.meetingView(meetingId, personId),
          read.remembered(personId, meetingId),
        ]);
  return {
    title: pageTitle(context.locale, "today"),
    surroundings,
    meetings,
    handovers,
    mentions,
    reading: view === null ? null : readingOf(view, remembered),
    personId,
    at: new Date().toISOString(),
    timeZone: context.config.timeZone,
  };
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

export default function Today() {
  const { surroundings, meetings, handovers, mentions, reading, personId, at, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <TodayScreen
      surroundings={surroundings}
      meetings={meetings}
      handovers={handovers}
      mentions={mentions}
      reading={reading}
      me={personId}
      at={at}
      timeZone={timeZone}
      nowMs={useServerTime()}
      connection={useConnection().state}
    />
  );
}
