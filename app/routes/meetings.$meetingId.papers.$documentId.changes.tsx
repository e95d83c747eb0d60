import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { VersionId } from "../../domain/ids";
import { textIn } from "../../domain/text";
import { PeopleProvider } from "../attendance";
import { meetingOf, notFound, surroundingsOf } from "../cabinet.server";
import { ChangesScreen } from "../changes";
import { onlyForAnotherAddress } from "../live/revalidation";
import { useMeeting } from "../live/use-meeting";
import { useLeftMarks } from "../marks/sync/use-left-marks";
import { pageTitle } from "../messages/speech.server";
import { MeetingGone } from "../room";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const [view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    surroundingsOf(context),
  ]);
  const paper = view.shared.items
    .flatMap(({ papers }) => papers)
    .find(({ documentId }) => documentId === params.documentId);
  // A paper with one version has no changes to show.
  if (paper?.holding.type !== "file" || paper.holding.earlier.length === 0) throw notFound();
  const title = { text: textIn(context.locale, paper.title) };
  const { documentId } = paper;
  return { title: pageTitle(context.locale, title), view, surroundings, documentId };
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Changes() {
  const { view, surroundings, documentId } = useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  const [asked] = useSearchParams();
  const from = VersionId.safeParse(asked.get("from"));
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return (
    <PeopleProvider view={meeting.view} ownName={surroundings.person.name}>
      <ChangesScreen
        surroundings={surroundings}
        meeting={meeting}
        documentId={documentId}
        from={from.success ? from.data : null}
      />
    </PeopleProvider>
  );
}
