import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { pageTitle } from "../messages/speech.server";
import { ownPath, type SignInRefused, SignInScreen, useSignInSentence } from "../sessions";
import { redirectWithCookies } from "../sessions/signed-in.server";
import { usePasskeySignIn } from "../sessions/use-passkey-sign-in";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const next = ownPath(search.get("next"));
  if (context.session) throw redirect(next);
  const { insecureHttp, owner, passkeys } = context.config;
  return {
    title: pageTitle(context.locale, "signIn"),
    next,
    owner,
    insecureHttp,
    passkeys,
    notice: search.has("signed-out")
      ? ("signedOut" as const)
      : context.identity.hadSession
        ? ("expired" as const)
        : null,
    demo: context.demo ? await context.identity.demoPeople() : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const account = text(form.get("account"), 200);
  const answer = await context.identity.signIn(account, text(form.get("password"), 1_000));
  if (answer.ok) return redirectWithCookies(ownPath(form.get("next")), answer.setCookies);
  const { refusal } = answer;
  const refused: SignInRefused = { account, refusal };
  return data(
    { refused },
    {
      status: refusal.code === "rate_limited" ? 429 : refusal.code === "busy" ? 503 : 401,
      headers:
        refusal.code === "rate_limited" ? { "Retry-After": String(refusal.retryAfterSeconds) } : {},
    },
  );
}

/** Of the answer to an attempt: when to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignIn() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useTranslations("sessions.demo");
  const sentence = useSignInSentence();
  const passkey = usePasskeySignIn(loaded.next, loaded.passkeys);
  return (
    <SignInScreen
      owner={loaded.demo ? { name: t("owner"), motto: t("motto") } : loaded.owner}
      plainHttp={loaded.insecureHttp}
      next={loaded.next}
      refused={
        acted ? { sentence: sentence(acted.refused.refusal), account: acted.refused.account } : null
      }
      notice={acted ? null : loaded.notice}
      passkey={passkey}
      demo={loaded.demo}
    />
  );
}

function text(value: FormDataEntryValue | null, max: number): string {
  return typeof value === "string" ? value.slice(0, max) : "";
}
