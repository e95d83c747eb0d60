/** The demo's accounts in the order of the sign-in panel: two columns of six, then everybody else. */
import { PersonId } from "../../../domain/ids";
import type { Bilingual } from "../../../domain/text";
import { demoId } from "../identifiers";
import { governmentSeats } from "./government";
import { type Helper, type HelperKey, helpers } from "./office";
import { provinceSeats } from "./province";

/** Structurally what `accounts.createAccount` takes. */
export type DemoAccount = {
  personId: PersonId;
  name: string;
  userName: string;
  password: null;
  administrator: boolean;
  demo: true;
  introduction: {
    title: Bilingual;
    role: "chair" | "vice_chair" | "member" | Helper["shownAs"];
    column: "members" | "office" | "others";
    order: number;
  };
};

const personIdOf = (key: string) => PersonId.parse(demoId("person", key));
export const memberId = (order: number): PersonId => personIdOf(`P${order}`);
export const helperId = (key: HelperKey): PersonId => personIdOf(helpers[key].key);
export const provinceId = (order: number): PersonId => personIdOf(`T${order}`);

/** "Lương Bích Ngà", "btp" → "ngalb.btp". */
function userNameOf(name: string, suffix: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .split(" ");
  const initials = words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join("");
  return `${words.at(-1) ?? ""}${initials}.${suffix.toLowerCase()}`;
}

type Unplaced = Omit<DemoAccount, "introduction"> & {
  introduction: Omit<DemoAccount["introduction"], "column" | "order">;
};
const blank = { password: null, administrator: false, demo: true } as const;

const members: Unplaced[] = governmentSeats.map((seat) => ({
  ...blank,
  personId: memberId(seat.order),
  name: seat.name,
  userName: userNameOf(seat.name, seat.agency?.code ?? "cp"),
  introduction: { title: seat.title, role: seat.role },
}));

const helperKeys: readonly HelperKey[] = [
  "officeLead",
  "secretary",
  "secondSecretary",
  "examiner",
  "clerk",
  "memberStaff",
  "agencyOfficer",
  "presenter",
  "substitute",
  "ethnicCouncil",
  "union",
  "observer",
  "auditor",
  "administrator",
  "provinceLead",
  "provinceSecretary",
];
const others: Unplaced[] = helperKeys.map((key) => ({
  ...blank,
  personId: helperId(key),
  name: helpers[key].name,
  userName: helpers[key].userName,
  administrator: key === "administrator",
  introduction: { title: helpers[key].title, role: helpers[key].shownAs },
}));

const province: Unplaced[] = provinceSeats.map((seat) => ({
  ...blank,
  personId: provinceId(seat.order),
  name: seat.name,
  userName: userNameOf(seat.name, "th"),
  introduction: {
    title: { vi: `${seat.title.vi}, tỉnh Tân Hải`, en: `${seat.title.en}, Tân Hải` },
    role: seat.role,
  },
}));

const membersColumn: readonly PersonId[] = [
  memberId(1),
  memberId(2),
  memberId(10),
  memberId(17),
  memberId(12),
  helperId("ethnicCouncil"),
];
const officeColumn: readonly PersonId[] = [
  helperId("officeLead"),
  helperId("secretary"),
  helperId("secondSecretary"),
  helperId("observer"),
  helperId("auditor"),
  helperId("administrator"),
];

function placed(account: Unplaced, index: number): DemoAccount {
  const inMembers = membersColumn.indexOf(account.personId);
  const inOffice = officeColumn.indexOf(account.personId);
  const column = inMembers >= 0 ? "members" : inOffice >= 0 ? "office" : "others";
  const order = inMembers >= 0 ? inMembers + 1 : inOffice >= 0 ? inOffice + 101 : index + 201;
  return { ...account, introduction: { ...account.introduction, column, order } };
}

export const demoAccounts: readonly DemoAccount[] = [...members, ...others, ...province]
  .map(placed)
  .sort((a, b) => a.introduction.order - b.introduction.order);
