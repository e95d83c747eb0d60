import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { ownPath } from "../sessions";
import { appearanceCookie, appearanceOf } from "../shell/appearance";

/** How pages look on this device; what is not a known choice counts as the device's own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const wanted = ["theme", "contrast", "textSize"].map((name) => {
    const value = String(form.get(name) ?? "");
    return value === "device" ? "" : value;
  });
  const known = appearanceOf(`appearance=${wanted.join(".")}`);
  const secure = context.config.insecureHttp ? "" : "; Secure";
  return redirect(ownPath(form.get("back")), {
    headers: {
      "Set-Cookie": `appearance=${appearanceCookie(known)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`,
    },
  });
}

export function loader() {
  return redirect("/");
}
