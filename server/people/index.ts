export {
  type AccountRefusal,
  type Accounts,
  type DemoPerson,
  type NewAccount,
  oneTimePassword,
  openAccounts,
} from "./accounts";
export { openPasswords, type Passwords } from "./passwords";
export { NewPassword, UserName } from "./user-name";
