import { type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { ownPath } from "../sessions";

/** Where the pipeline sends what a page asks for after its session has ended (`server/http/session.ts`). */
function toSignIn({ request }: LoaderFunctionArgs): Response {
  const next = ownPath(new URL(request.url).searchParams.get("next"));
  return redirectDocument(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
}

export const loader = toSignIn;
export const action = toSignIn;
