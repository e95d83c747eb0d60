import type { LoaderFunctionArgs } from "@remix-run/node";
import { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { Layer } from "../../domain/marks";
import { askerOf, notFound } from "../cabinet.server";

/** Who may see what is written into a layer of a paper, as JSON: `?layer=`, the shared one by itself; `&of=`: whose office. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("layer") ?? "shared";
  const of = PersonId.nullable().safeParse(searchParams.get("of"));
  const meetingId = MeetingId.safeParse(params.meetingId);
  const documentId = DocumentId.safeParse(params.documentId);
  const layer = Layer.safeParse(asked);
  if (!meetingId.success || !documentId.success || !layer.success || !of.success) throw notFound();
  const { personId } = askerOf(context);
  const { layerReaders } = context.cabinet.read;
  const people = await layerReaders(meetingId.data, documentId.data, layer.data, personId, of.data);
  if (people === null) throw notFound();
  return Response.json({ people }, { headers: { "Cache-Control": "private, no-store" } });
}
