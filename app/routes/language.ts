import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { ownPath } from "../sessions";

/** The reader's language on this device; the whole page comes back in it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale") === "en" ? "en" : "vi";
  const secure = context.config.insecureHttp ? "" : "; Secure";
  return redirect(ownPath(form.get("back")), {
    headers: {
      "Set-Cookie": `locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`,
    },
  });
}

export function loader() {
  return redirect("/");
}
