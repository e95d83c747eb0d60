/** What a ballot decided. */
export { useMajorityWords } from "./majority-words";
export { ResultScreen } from "./result-screen";
