import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { contactServer } from "../offline/device.client";
import { hasMarker } from "../offline/traces.client";
import { redirectWithCookies } from "../sessions/signed-in.server";

export async function action({ context }: ActionFunctionArgs) {
  const { setCookies } = await context.identity.signOut();
  return redirectWithCookies("/sign-in?signed-out", setCookies);
}

/** What this device keeps goes with the session: it hears of it now, not at its next page. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction();
  } finally {
    if (hasMarker()) await contactServer().catch(() => false);
  }
}

/** Signing out is a change, so a link cannot do it. */
export function loader() {
  return redirect("/");
}
