import { Lock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { Crest, EnvironmentStrip, LanguageSwitch } from "../shell";
import { DemoPanel, type DemoPerson } from "./demo-panel";
import { type PasskeyState, SignInForm } from "./sign-in-form";

/** The first page: the right person in, fast. The demo panel exists only where `demo` is given. */
export function SignInScreen(props: {
  owner: { name: string; motto: string };
  plainHttp: boolean;
  next: string;
  /** a refused attempt: the sentence, and the name as it was typed */
  refused: { sentence: string; account: string } | null;
  notice: "expired" | "signedOut" | null;
  passkey: PasskeyState;
  demo: readonly DemoPerson[] | null;
}) {
  const t = useTranslations("sessions");
  const { owner, plainHttp, demo } = props;
  const Wire = plainHttp ? LockOpen : Lock;
  return (
    <div className="flex min-h-dvh flex-col bg-canvas lg:landscape:h-dvh">
      <EnvironmentStrip owner="" demo={demo !== null} plainHttp={false} />
      <div className="flex min-h-0 flex-1 flex-col lg:landscape:flex-row">
        <main
          id="content"
          className="flex w-full shrink-0 flex-col border-border bg-surface px-6 pt-8 pb-5 sm:px-12 lg:landscape:w-[476px] lg:landscape:overflow-y-auto lg:landscape:border-e"
        >
          <div className="mx-auto flex w-full max-w-[476px] flex-1 flex-col">
            <div className="flex items-center gap-4">
              <Crest size={56} />
              <div>
                <p className="font-doc text-[1.25rem] leading-7 font-[650]">{owner.name}</p>
                {owner.motto !== "" && <p className="text-small text-muted">{owner.motto}</p>}
              </div>
            </div>
            <h1 className="mt-8 text-h1">{t("heading")}</h1>
            <SignInForm
              next={props.next}
              refused={props.refused}
              notice={props.notice}
              passkey={props.passkey}
            />
            <div className="mt-auto flex items-center justify-between gap-3 border-t border-border pt-4">
              <p className="flex min-w-0 items-center gap-2 text-caption text-muted">
                <Wire aria-hidden className="size-4 shrink-0" />
                {t(plainHttp ? "plainHttp" : "secure")}
              </p>
              <LanguageSwitch />
            </div>
          </div>
        </main>
        {demo !== null && <DemoPanel people={demo} next={props.next} />}
      </div>
    </div>
  );
}
