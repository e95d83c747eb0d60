import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { askerOf, surroundingsOf } from "../cabinet.server";
import { useConnection, useServerTime } from "../live/use-meeting";
import { pageTitle } from "../messages/speech.server";
import { orFromDevice } from "../offline/or-from-device.client";
import { TodayScreen } from "../today";

export async function loader({ context }: LoaderFunctionArgs) {
  const { personId } = askerOf(context);
  const { read } = context.cabinet;
  const [surroundings, meetings, handovers, mentions] = await Promise.all([
    surroundingsOf(context),
    read.meetings(personId),
    read.handovers(personId),
    read.mentions(personId),
  ]);
  return {
    title: pageTitle(context.locale, "today"),
    surroundings,
    meetings,
    handovers,
    mentions,
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
  const { surroundings, meetings, handovers, mentions, personId, at, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <TodayScreen
      surroundings={surroundings}
      meetings={meetings}
      handovers={handovers}
      mentions={mentions}
      me={personId}
      at={at}
      timeZone={timeZone}
      nowMs={useServerTime()}
      connection={useConnection().state}
    />
  );
}
