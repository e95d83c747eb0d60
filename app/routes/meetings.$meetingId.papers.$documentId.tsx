import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { PeopleProvider } from "../attendance";
import { meetingOf, notFound, surroundingsOf, versionPagesOf } from "../cabinet.server";
import { HandoversProvider } from "../handovers";
import { onlyForAnotherAddress } from "../live/revalidation";
import { useMeeting } from "../live/use-meeting";
import { useLeftMarks } from "../marks/sync/use-left-marks";
import { pageTitle } from "../messages/speech.server";
import { fromServer, useAsOf } from "../offline";
import { orFromDevice } from "../offline/or-from-device.client";
import { PaperScreen } from "../papers";
import { MeetingGone } from "../room";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    surroundingsOf(context),
  ]);
  const left = await context.cabinet.read.remembered(view.me.personId, view.shared.meetingId);
  const paper = view.shared.items
    .flatMap(({ papers }) => papers)
    .find(({ documentId }) => documentId === params.documentId);
  if (paper === undefined) throw notFound();
  const title = { text: textIn(context.locale, paper.title) };
  const { documentId } = paper;
  const { searchParams } = new URL(request.url);
  return {
    title: pageTitle(context.locale, title),
    view,
    surroundings,
    documentId,
    left: left[documentId] ?? null,
    versionPages: await versionPagesOf(context, paper, searchParams.get("version")),
    ...fromServer,
  };
}

export function clientLoader({ params, request, serverLoader }: ClientLoaderFunctionArgs) {
  return orFromDevice(
    () => serverLoader<typeof loader>(),
    async () => {
      const { keptPaper } = await import("../offline/kept-pages.client");
      return keptPaper(params.meetingId, params.documentId);
    },
    request,
  );
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Paper() {
  const { view, surroundings, documentId, left, versionPages, keptMs } =
    useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  const asOf = useAsOf(keptMs, meeting.connection.state, view.shared.timeZone);
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return (
    <PeopleProvider view={meeting.view} ownName={surroundings.person.name}>
      <HandoversProvider meeting={meeting}>
        <PaperScreen
          surroundings={surroundings}
          meeting={meeting}
          documentId={documentId}
          left={left}
          versionPages={versionPages}
          asOf={asOf}
        />
      </HandoversProvider>
    </PeopleProvider>
  );
}
