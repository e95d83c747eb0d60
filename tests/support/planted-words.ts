/** Who may come to know what was planted, in sentences of their own; and who has heard what. */
import type { PhaseName } from "../../domain/meetings";
import { type Plant, planted, type Role } from "./every-phase";

const office: readonly Role[] = ["secretary", "officeLead", "examiner"];
const members: readonly Role[] = ["head", "member", "deputy", "absentMember", "substitute"];
const unpublished: readonly PhaseName[] = ["draft", "awaiting_approval", "sent_back", "approved"];

/** The office always; the head once it was put to the head; and who presides in the head's place. */
function runs(role: Role, phase: PhaseName): boolean {
  if (office.includes(role)) return true;
  if (role === "head") return phase !== "draft" && phase !== "sent_back";
  return role === "deputy" && phase === "suspended";
}

/** By the hand-over, until the meeting is cancelled. */
const handedOver: readonly Plant[] = ["meetingTitle", "plainTitle", "plainPaper", "plainFile"];

const guestsOf: { [P in Plant]?: readonly Role[] } = {
  meetingTitle: ["rapporteur", "namedGuest", "invitee", "observer"],
  plainTitle: ["rapporteur", "invitee"],
  plainPaper: ["rapporteur", "invitee"],
  plainFile: ["rapporteur", "invitee"],
  closedTitle: ["namedGuest"],
  closedPaper: ["namedGuest"],
  closedFile: ["namedGuest"],
  conclusion: ["namedGuest"],
};

export function mayKnow(role: Role, plant: Plant, phase: PhaseName): boolean {
  // of the two concerned, and of no desk
  if (plant === "note") return role === "member" || role === "memberStaff";
  if (runs(role, phase)) return true;
  switch (plant) {
    // prepared wording and the working copy are the desk's own
    case "question":
    case "workingCopy":
      return false;
    case "absence":
      return role === "absentMember" || (role === "member" && phase === "in_session");
    default:
      // the auditor's list names the meetings whose journals there are, and nothing inside them
      if (plant === "meetingTitle" && role === "auditor") return true;
      if (unpublished.includes(phase)) return false;
      if (role === "memberStaff") return phase !== "cancelled" && handedOver.includes(plant);
      return members.includes(role) || guestsOf[plant]?.includes(role) === true;
  }
}

/** What everybody was sent, in whatever body, header or frame. */
export class Ears {
  readonly #heard = new Map<Role | "nobody", Map<string, string>>();

  /** @param where to be named when it should not have come there */
  hear(who: Role | "nobody", where: string, text: string): void {
    const words = this.#heard.get(who) ?? new Map<string, string>();
    this.#heard.set(who, words);
    for (const word of planted(text)) if (!words.has(word)) words.set(word, where);
  }

  heard(who: Role | "nobody"): ReadonlyMap<string, string> {
    return this.#heard.get(who) ?? new Map();
  }
}
