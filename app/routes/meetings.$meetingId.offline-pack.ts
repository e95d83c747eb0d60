/** What of a meeting may lie on the asker's device: the door that a download begins at. */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { MeetingId } from "../../domain/ids";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const meetingId = MeetingId.safeParse(params.meetingId);
  const [pack, surroundings] = await Promise.all([
    meetingId.success
      ? context.cabinet.devices.offlinePack(meetingId.data, askerOf(context).personId)
      : null,
    surroundingsOf(context),
  ]);
  if (pack === null) throw notFound();
  return json({ pack, surroundings });
}
