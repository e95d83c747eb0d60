import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { askerOf } from "../cabinet.server";

const answer = (isHidden: boolean) =>
  Response.json({ isHidden }, { headers: { "Cache-Control": "private, no-store" } });

/** Whether the asker does not show where they read, as JSON. */
export async function loader({ context }: LoaderFunctionArgs) {
  return answer(await context.cabinet.hiddenReaders.isHidden(askerOf(context).personId));
}

/** `isHidden`: yes or no. */
export async function action({ request, context }: ActionFunctionArgs) {
  const wish = (await request.formData()).get("isHidden");
  if (wish !== "yes" && wish !== "no") throw new Response(null, { status: 400 });
  await context.cabinet.hiddenReaders.change(askerOf(context).personId, wish === "yes");
  return answer(wish === "yes");
}
