import { useEffect, useState } from "react";
import type { PasskeyState } from "./sign-in-form";

/**
 * Signs in by a key that the device offers; no name is typed.
 * @param expected whether the connection allows it, so that the page need not jump when its scripts have come
 */
export function usePasskeySignIn(next: string, expected: boolean): PasskeyState {
  const [state, setState] = useState<PasskeyState["state"]>(expected ? "ready" : "absent");
  useEffect(() => {
    const isOffered = window.isSecureContext && "PublicKeyCredential" in window;
    setState(isOffered ? "ready" : "absent");
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
