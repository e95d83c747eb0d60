import { useEffect, useState } from "react";
import type { PasskeyState } from "./sign-in-form";

/** Signs in by a key that the device offers; no name is typed. */
export function usePasskeySignIn(next: string): PasskeyState {
  // The server cannot know; a button that might do nothing is not shown.
  const [state, setState] = useState<PasskeyState["state"]>("absent");
  useEffect(() => {
    if (window.isSecureContext && "PublicKeyCredential" in window) setState("ready");
  }, []);
  const use = async () => {
    setState("waiting");
    try {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const question = await post("/sign-in/passkey", null);
      const answer = await startAuthentication({ optionsJSON: await question.json() });
      const verdict = await post("/sign-in/passkey", answer);
      if (verdict.ok) window.location.assign(next);
      else setState("failed");
    } catch {
      // Cancelled on the device, no key there, no network: all the same to the person, who is told and may try again.
      setState("failed");
    }
  };
  return { state, onUse: () => void use() };
}

export function post(path: string, body: object | null): Promise<Response> {
  return fetch(path, {
    method: "POST",
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
}
