import { Form, useNavigation } from "@remix-run/react";
import { Eye, EyeOff, FingerprintPattern } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, Notice, PlainButton, TextField } from "../ui";

/** `absent`: this browser, or a connection without TLS, has no passkeys. */
export type PasskeyState = {
  state: "ready" | "waiting" | "failed" | "absent";
  onUse: () => void;
};

/** Passkey first, password beside it; without scripts the password form still works. */
export function SignInForm(props: {
  next: string;
  refused: { sentence: string; account: string } | null;
  notice: "expired" | "signedOut" | null;
  passkey: PasskeyState;
}) {
  const t = useTranslations("sessions");
  const ui = useTranslations("ui");
  const { next, refused, notice, passkey } = props;
  const [isShown, setShown] = useState(false);
  const navigation = useNavigation();
  const isSubmitting = navigation.state !== "idle" && navigation.formAction?.startsWith("/sign-in");
  return (
    <div className="my-5 grid gap-4">
      {notice !== null && <Notice tone="primary">{t(notice)}</Notice>}
      {passkey.state !== "absent" && (
        <div className="grid gap-4 noscript:hidden">
          <Button
            variant="primary"
            size="64"
            wide
            icon={FingerprintPattern}
            isPending={passkey.state === "waiting"}
            onPress={passkey.onUse}
          >
            {t(passkey.state === "waiting" ? "passkeyWaiting" : "passkey")}
          </Button>
          {passkey.state === "failed" && <Notice>{t("passkeyFailed")}</Notice>}
          <p className="flex items-center gap-4 text-small text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
            {t("or")}
          </p>
        </div>
      )}
      <Form method="post" action={addressOf(next)} className="grid gap-4">
        <input type="hidden" name="next" value={next} />
        <TextField
          tall
          label={t("account")}
          name="account"
          autoComplete="username webauthn"
          placeholder={t("accountExample")}
          defaultValue={refused?.account ?? ""}
          isRequired
        />
        <TextField
          tall
          label={t("password")}
          name="password"
          type={isShown ? "text" : "password"}
          autoComplete="current-password"
          isRequired
          error={refused?.sentence}
          inside={
            <PlainButton
              label={t(isShown ? "hidePassword" : "showPassword")}
              onPress={() => setShown(!isShown)}
              className="inline-flex min-h-11 min-w-11 items-center gap-2 rounded-2 px-3 text-label text-primary hover:bg-primary-soft"
            >
              {isShown ? (
                <EyeOff aria-hidden className="size-5" />
              ) : (
                <Eye aria-hidden className="size-5" />
              )}
              {ui(isShown ? "hide" : "show")}
            </PlainButton>
          }
        />
        <Button
          type="submit"
          variant={passkey.state === "absent" ? "primary" : "outlined"}
          size="64"
          wide
          isPending={isSubmitting ?? false}
        >
          {t(isSubmitting ? "submitting" : "submit")}
        </Button>
      </Form>
    </div>
  );
}

/** Where one wanted to go stays in the address, so that a refusal or a change of language does not lose it. */
function addressOf(next: string): string {
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
