import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { MeetingId, PersonId } from "../../domain/ids";
import { textIn } from "../../domain/text";
import { previewOf } from "../builder";
import { askerOf, meetingOf, notFound, surroundingsOf } from "../cabinet.server";
import { useConnection, useServerTime } from "../live/use-meeting";
import { pageTitle } from "../messages/speech.server";
import { ItemReader } from "../reader";
import { RoomScreen } from "../room";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const meetingId = MeetingId.safeParse(params.meetingId);
  const as = PersonId.safeParse(params.personId);
  if (!meetingId.success || !as.success) throw notFound();
  const { personId } = askerOf(context);
  const [own, view, surroundings] = await Promise.all([
    meetingOf(context, params.meetingId),
    context.cabinet.read.meetingPreview(meetingId.data, personId, as.data),
    surroundingsOf(context),
  ]);
  if (view === null) throw notFound();
  const person = own.shared.office?.participants.find((one) => one.personId === as.data);
  const title = { text: textIn(context.locale, view.shared.info.title) };
  return {
    title: pageTitle(context.locale, "room", title),
    view,
    surroundings,
    name: person?.name ?? "",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What another participant sees: to look at only, as it was when the page was opened. */
export default function Preview() {
  const { view, surroundings, name } = useLoaderData<typeof loader>();
  const connection = useConnection();
  const nowMs = useServerTime();
  const t = useTranslations("builder");
  return (
    <RoomScreen
      surroundings={surroundings}
      meeting={previewOf(view, connection)}
      nowMs={nowMs}
      renderReader={(item) => (
        <ItemReader me={view.me.personId} meetingId={view.shared.meetingId} item={item} />
      )}
      notice={t("previewing", { name })}
      back={`/meetings/${view.shared.meetingId}/edit`}
    />
  );
}
