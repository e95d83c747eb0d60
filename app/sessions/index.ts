/** How people come in. */
export type { DemoPerson } from "./demo-panel";
export type { PasskeyState } from "./sign-in-form";
export { SignInScreen } from "./sign-in-screen";
