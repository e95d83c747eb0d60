/** What of a meeting may lie on the asker's device: the door that a download begins at. */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { MeetingId } from "../../domain/ids";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const meetingId = MeetingId.safeParse(params.meetingId);
  const { personId } = askerOf(context);
  const { devices, read } = context.cabinet;
  const [pack, surroundings] = await Promise.all([
    meetingId.success ? devices.offlinePack(meetingId.data, personId) : null,
    surroundingsOf(context),
  ]);
  if (pack === null) throw notFound();
  const papers = pack.files.map(({ documentId }) => documentId);
  const marks = await read.marksSigns(pack.meetingId, papers, personId);
  return json({ pack, surroundings, marks });
}
