import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { post } from "./use-passkey-sign-in";

type State = "absent" | "ready" | "waiting" | "failed" | "done";

/** Makes this device a key to the account of the one who is signed in. */
export function usePasskeyRegistration(): { state: State; onRegister: () => void } {
  const [state, setState] = useState<State>("absent");
  const revalidator = useRevalidator();
  useEffect(() => {
    if (window.isSecureContext && "PublicKeyCredential" in window) setState("ready");
  }, []);
  const register = async () => {
    setState("waiting");
    try {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const question = await post("/account/passkeys", null);
      const answer = await startRegistration({ optionsJSON: await question.json() });
      const verdict = await post("/account/passkeys", answer);
      setState(verdict.ok ? "done" : "failed");
      if (verdict.ok) revalidator.revalidate();
    } catch {
      // Cancelled on the device, already registered there, no network: nothing was written.
      setState("failed");
    }
  };
  return { state, onRegister: () => void register() };
}
