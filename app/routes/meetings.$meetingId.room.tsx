import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData, useSearchParams } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { PeopleProvider } from "../attendance";
import { meetingOf, notFound, surroundingsOf, versionPagesOf } from "../cabinet.server";
import { HandoversProvider } from "../handovers";
import { onlyForAnotherAddress } from "../live/revalidation";
import { useMeeting, useServerTime } from "../live/use-meeting";
import { useLeftMarks } from "../marks/sync/use-left-marks";
import { pageTitle } from "../messages/speech.server";
import { fromServer, KeepAct, useAsOf } from "../offline";
import { orFromDevice } from "../offline/or-from-device.client";
import { readerExtras } from "../papers";
import { ItemReader } from "../reader";
import { firstItemOf, MeetingGone, RoomScreen } from "../room";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    surroundingsOf(context),
  ]);
  if (!view.me.can.includes("room.enter")) throw notFound();
  const left = await context.cabinet.read.remembered(view.me.personId, view.shared.meetingId);
  const title = { text: textIn(context.locale, view.shared.info.title) };
  const asked = new URL(request.url).searchParams.get("item");
  const first = firstItemOf(view.shared.items, asked);
  return {
    title: pageTitle(context.locale, "room", title),
    view,
    surroundings,
    left,
    versionPages: await versionPagesOf(context, first?.papers[0]),
    ...fromServer,
  };
}

export function clientLoader({ params, request, serverLoader }: ClientLoaderFunctionArgs) {
  return orFromDevice(
    () => serverLoader<typeof loader>(),
    async () => {
      const { keptRoom } = await import("../offline/kept-pages.client");
      return keptRoom(params.meetingId);
    },
    request,
  );
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Room() {
  const { view, surroundings, left, versionPages, keptMs } = useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  const asOf = useAsOf(keptMs, meeting.connection.state, view.shared.timeZone);
  const nowMs = useServerTime();
  const [asked] = useSearchParams();
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return (
    <RoomScreen
      surroundings={surroundings}
      meeting={meeting}
      nowMs={nowMs}
      startWith={asked.get("item")}
      asOf={asOf}
      acts={<KeepAct view={view} name={surroundings.person.name} />}
      renderReader={(item) => (
        <PeopleProvider view={meeting.view} ownName={surroundings.person.name}>
          <HandoversProvider meeting={meeting}>
            <ItemReader
              me={view.me.personId}
              meetingId={view.shared.meetingId}
              item={item}
              extras={readerExtras}
              left={left}
              versionPages={versionPages}
            />
          </HandoversProvider>
        </PeopleProvider>
      )}
    />
  );
}
