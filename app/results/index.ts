/** What a ballot decided. */
export { ResultScreen } from "./result-screen";
