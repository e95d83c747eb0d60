export { type DemoAccount, demoAccounts, helperId, memberId, provinceId } from "./accounts";
export { governmentSeats } from "./government";
export { type HelperKey, helpers } from "./office";
export { provinceSeats } from "./province";
