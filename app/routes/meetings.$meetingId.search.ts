import type { LoaderFunctionArgs } from "@remix-run/node";
import { DocumentId, MeetingId } from "../../domain/ids";
import { askerOf, notFound } from "../cabinet.server";

/** What is found in a meeting's papers, or in one of them (`?paper=`), as JSON: `?q=`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const paper = asked.get("paper");
  const meetingId = MeetingId.safeParse(params.meetingId);
  const documentId = DocumentId.nullable().safeParse(paper);
  if (!meetingId.success || !documentId.success) throw notFound();
  const answer = await context.cabinet.read.searchMeeting(
    meetingId.data,
    askerOf(context).personId,
    { typed: asked.get("q") ?? "", documentId: documentId.data },
  );
  if (answer === null) throw notFound();
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}
