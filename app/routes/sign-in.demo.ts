import type { ActionFunctionArgs } from "@remix-run/node";
import { ownPath } from "../sessions";
import { redirectWithCookies } from "../sessions/signed-in.server";

/** One click in as a fictitious person. Outside of demo mode there is no such page. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.demo) throw new Response(null, { status: 404 });
  const form = await request.formData();
  const answer = await context.identity.signInAsDemo(String(form.get("person") ?? ""));
  if (!answer.ok) throw new Response(null, { status: 404 });
  return redirectWithCookies(ownPath(form.get("next")), answer.setCookies);
}

export function loader() {
  throw new Response(null, { status: 404 });
}
