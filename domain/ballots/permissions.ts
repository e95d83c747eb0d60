/**
 * Who may do what with ballots. The voting right is a property of the membership, not of a role's
 * name; whether one stands on the roll of this ballot is asked in `decide` (BA13).
 */
import { either, isSecretariat, type Permission, presides } from "../bodies";
import type { BallotCommandType } from "./commands";

const mayVote: Permission = ({ votingRight, capacity }) => votingRight || capacity === "substitute";

export const ballotPermissions: { [T in BallotCommandType]: Permission } = {
  "ballot.prepare": either(presides, isSecretariat),
  "ballot.reword": either(presides, isSecretariat),
  "ballot.discard": either(presides, isSecretariat),
  "ballot.open": presides,
  "ballot.vote": mayVote,
  "ballot.close": presides,
  "ballot.declare": presides,
  "ballot.void": presides,
};
