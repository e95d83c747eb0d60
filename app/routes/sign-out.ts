import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { redirectWithCookies } from "../sessions/signed-in.server";

export async function action({ context }: ActionFunctionArgs) {
  const { setCookies } = await context.identity.signOut();
  return redirectWithCookies("/sign-in?signed-out", setCookies);
}

/** Signing out is a change, so a link cannot do it. */
export function loader() {
  return redirect("/");
}
