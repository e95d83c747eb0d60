import type { ActionFunctionArgs } from "@remix-run/node";

/** The two halves of signing in by passkey, in JSON: an empty body asks for the question, the answer follows. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer: unknown = await request.json().catch(() => null);
  if (answer === null) return Response.json(await context.identity.passkeySignInOptions());
  const signedIn = await context.identity.signInWithPasskey(answer);
  if (!signedIn.ok) return Response.json({ ok: false }, { status: 401 });
  const headers = new Headers();
  for (const cookie of signedIn.setCookies) headers.append("Set-Cookie", cookie);
  return Response.json({ ok: true }, { headers });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
