import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ExportKind } from "../../domain/exports";
import { VersionId } from "../../domain/ids";
import { Layer } from "../../domain/marks";
import { askerOf, notFound } from "../cabinet.server";
import { exportWords, failureIn } from "../exports/words.server";

const Question = z.object({
  versionId: VersionId,
  as: ExportKind,
  layers: z.array(Layer).max(3),
});
const statuses = { not_found: 404, busy: 503, unwritable: 422, exhausted: 422 } as const;

/** A paper as it leaves the cabinet: `?as=pdf|print|list&marks=private,office,shared`; without `marks` it leaves bare. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const marks = asked.get("marks") ?? "";
  const question = Question.safeParse({
    versionId: params.versionId,
    as: asked.get("as") ?? "pdf",
    layers: marks === "" ? [] : marks.split(","),
  });
  if (!question.success) throw notFound();
  const { personId, name } = askerOf(context);
  const words = exportWords(context.locale);
  const by = { personId, name };
  const taken = await context.exports.take({ ...question.data, words, by }, request.signal);
  if (taken.ok) {
    const { bytes, headers } = taken;
    if (request.method !== "HEAD")
      return new Response(createReadableStreamFromReadable(bytes), { headers });
    bytes.destroy();
    return new Response(null, { headers });
  }
  const { reason } = taken;
  return Response.json(
    { reason, sentence: failureIn(context.locale, reason) },
    { status: statuses[reason], headers: { "Cache-Control": "private, no-store" } },
  );
}
