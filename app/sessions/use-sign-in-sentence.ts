import { useTranslations } from "use-intl";
import type { SignInRefusal } from "../../server/sessions";

export type SignInRefused = { account: string; refusal: SignInRefusal };

/** From here on a person is told how many attempts are left; before, it would only unsettle. */
const mentionedFrom = 7;

/** Never says which half was wrong, or whether there is such an account. */
export function useSignInSentence(): (refusal: SignInRefusal) => string {
  const t = useTranslations("sessions.refused");
  return (refusal) => {
    switch (refusal.code) {
      case "wrong_credentials": {
        const n = refusal.attemptsLeft;
        return n > mentionedFrom ? t("wrongCredentials") : t("attemptsLeft", { n: String(n) });
      }
      case "rate_limited":
        return t("rateLimited", { minutes: String(Math.ceil(refusal.retryAfterSeconds / 60)) });
      case "busy":
        return t("busy");
      case "passkey_refused":
      case "not_found":
        return t("wrongCredentials");
    }
  };
}
