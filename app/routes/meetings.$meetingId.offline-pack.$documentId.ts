/** The marks on one paper of a pack that are there for the asker, for the device that keeps the pack (DV12). */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { DocumentId, MeetingId } from "../../domain/ids";
import { askerOf, notFound } from "../cabinet.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const meetingId = MeetingId.safeParse(params.meetingId);
  const documentId = DocumentId.safeParse(params.documentId);
  if (!meetingId.success || !documentId.success) throw notFound();
  const { personId } = askerOf(context);
  const { devices, read } = context.cabinet;
  const pack = await devices.offlinePack(meetingId.data, personId);
  // what must not lie on a device brings no marks there either
  if (!pack?.files.some((file) => file.documentId === documentId.data)) throw notFound();
  const marks = await read.paperMarks(meetingId.data, documentId.data, personId);
  if (marks === null) throw notFound();
  return json(marks, { headers: { "Cache-Control": "private, no-store" } });
}
