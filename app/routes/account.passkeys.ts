import type { ActionFunctionArgs } from "@remix-run/node";

/** The two halves of registering a passkey, in JSON: an empty body asks for the question, the answer follows. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { own } = context.identity;
  if (!own) throw new Response(null, { status: 401 });
  const answer: unknown = await request.json().catch(() => null);
  if (answer === null) return Response.json(await own.passkeyRegistrationOptions());
  const ok = await own.registerPasskey(answer);
  return Response.json({ ok }, { status: ok ? 200 : 400 });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
