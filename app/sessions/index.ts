/** How people come in. */

export { AccountScreen } from "./account-screen";
export type { DemoPerson } from "./demo-panel";
export { ownPath } from "./own-path";
export type { PasskeyState } from "./sign-in-form";
export { SignInScreen } from "./sign-in-screen";
export { type SignInRefused, useSignInSentence } from "./use-sign-in-sentence";
