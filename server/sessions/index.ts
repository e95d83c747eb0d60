export { openAttempts } from "./attempts";
export { type OpenSession, openSessions, type Session, type Sessions } from "./authenticate";
export { readToken } from "./cookies";
export { deviceOf } from "./device";
export {
  type Identity,
  type IdentityParts,
  identityOf,
  type OwnIdentity,
  type SignedIn,
  type SignInRefusal,
  type Visitor,
} from "./identity";
export { openPasskeys } from "./passkeys";
