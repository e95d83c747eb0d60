import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { BuilderScreen } from "../builder";
import { askerOf, meetingOf, notFound, surroundingsOf } from "../cabinet.server";
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
  if (view.shared.office === null) throw notFound();
  const title = { text: textIn(context.locale, view.shared.office.info.title) };
  return {
    title: pageTitle(context.locale, "builder", title),
    view,
    surroundings,
    body: await context.cabinet.read.body(view.shared.bodyId, askerOf(context).personId),
    limitBytes: context.config.maxDocumentBytes,
  };
}

export const shouldRevalidate = onlyForAnotherAddress;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Edit() {
  const { view, surroundings, body, limitBytes } = useLoaderData<typeof loader>();
  const meeting = useMeeting(view);
  useLeftMarks(view.me.personId);
  if (meeting.gone) return <MeetingGone surroundings={surroundings} />;
  return (
    <BuilderScreen
      surroundings={surroundings}
      meeting={meeting}
      body={body}
      limitBytes={limitBytes}
    />
  );
}
