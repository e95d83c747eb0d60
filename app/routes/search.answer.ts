import type { LoaderFunctionArgs } from "@remix-run/node";
import { askerOf } from "../cabinet.server";

/** What is found in everything the asker may see, as JSON: `?q=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const answer = await context.cabinet.read.searchEverything(askerOf(context).personId, typed);
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}
