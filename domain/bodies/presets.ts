/**
 * Rules of procedure to start from. Law texts change: each preset names its source and its date, and
 * the screens print *check against your own working rules* beside it. Sources: domain/rules §1.2–1.4, §4.
 */
import { Day } from "../text";
import {
  type AnswerWording,
  type BodyRules,
  type Grade,
  type MajorityRule,
  marksHistoryDays,
} from "./rules";

const moreThanHalf = { comparison: "more_than", numerator: 1, denominator: 2 } as const;
const atLeastTwoThirds = { comparison: "at_least", numerator: 2, denominator: 3 } as const;

/** State secrets of Vietnam, lowest first; Law 117/2025/QH15. */
export const vietnameseGrades: readonly Grade[] = [
  { code: "M", name: { vi: "Mật", en: "Confidential" }, level: 1 },
  { code: "TM", name: { vi: "Tối mật", en: "Secret" }, level: 2 },
  { code: "TUM", name: { vi: "Tuyệt mật", en: "Top secret" }, level: 3 },
];

const answersByLaw: readonly AnswerWording[] = [
  { meaning: "yes", label: { vi: "Tán thành", en: "Yes" } },
  { meaning: "no", label: { vi: "Không tán thành", en: "No" } },
  { meaning: "abstain", label: { vi: "Không biểu quyết", en: "Abstain" } },
];

/** More than half of all; on equal votes the side of the head (first reading, rules §3). */
const vietnameseMajority: MajorityRule = {
  base: "all_entitled",
  threshold: moreThanHalf,
  tie: "side_of_head",
  tieWhen: "half_of_base",
};

/** What all presets start from. */
const usual = {
  quorum: atLeastTwoThirds,
  majority: vietnameseMajority,
  approval: true,
  substitutes: "speak",
  substitutesCountForQuorum: false,
  remoteVote: true,
  voteRequiresPresence: false,
  voteMayChange: true,
  packLeadDays: 3,
  presentationMinutes: 10,
  speechMinutes: 5,
  offline: null,
  marksHistoryDays: marksHistoryDays.usual,
  recusalDegree: "no_vote",
} as const;

/** The Government of Vietnam: Decree 39/2022/NĐ-CP; Law on Organization of the Government, art. 46. */
export const governmentOfVietnam: BodyRules = {
  ...usual,
  validFrom: Day.parse("2022-06-18"),
  source: {
    name: {
      vi: "Nghị định 39/2022/NĐ-CP (Quy chế làm việc của Chính phủ)",
      en: "Decree 39/2022/NĐ-CP (working regulations of the Government of Vietnam)",
    },
    date: Day.parse("2022-06-18"),
  },
  grades: [...vietnameseGrades],
  answers: [
    { meaning: "yes", label: { vi: "Đồng ý", en: "Agree" } },
    { meaning: "no", label: { vi: "Không đồng ý", en: "Disagree" } },
  ],
  words: {
    presiding: { vi: "Người chủ trì", en: "Chair" },
    member: { vi: "Thành viên Chính phủ", en: "Member of the Government" },
    meeting: { vi: "Phiên họp", en: "Meeting" },
  },
};

/** Provincial People's Committee: Law 2015, arts 113–120; to be re-read against Decree 314/2025. */
export const provincialPeoplesCommittee: BodyRules = {
  ...usual,
  validFrom: Day.parse("2016-01-01"),
  source: {
    name: {
      vi: "Luật Tổ chức chính quyền địa phương 2015, các điều 113–120 (đối chiếu Nghị định 314/2025/NĐ-CP)",
      en: "Law on Organization of Local Government 2015, arts 113–120 (re-read against Decree 314/2025)",
    },
    date: Day.parse("2015-06-19"),
  },
  grades: [...vietnameseGrades],
  answers: [...answersByLaw],
  words: {
    presiding: { vi: "Chủ tọa", en: "Chair" },
    member: { vi: "Thành viên Ủy ban nhân dân", en: "Member of the People's Committee" },
    meeting: { vi: "Phiên họp", en: "Meeting" },
  },
};

const plainWords = {
  presiding: { vi: "Chủ tọa", en: "Chair" },
  member: { vi: "Thành viên", en: "Member" },
  meeting: { vi: "Cuộc họp", en: "Meeting" },
};

/** A plain international body: more than half of yes and no; a tie fails. */
export const plainInternational: BodyRules = {
  ...usual,
  validFrom: Day.parse("2020-01-01"),
  source: {
    name: {
      vi: "Thông lệ quốc tế, quá nửa số phiếu tán thành và không tán thành",
      en: "Common international practice, more than half of yes and no",
    },
    date: Day.parse("2020-01-01"),
  },
  quorum: moreThanHalf,
  majority: { base: "yes_and_no", threshold: moreThanHalf, tie: "fails", tieWhen: "yes_equals_no" },
  approval: false,
  recusalDegree: "excluded",
  voteRequiresPresence: true,
  packLeadDays: 5,
  grades: [],
  answers: [...answersByLaw],
  words: plainWords,
};

/** A board that decides by two thirds of those present. */
export const twoThirdsBoard: BodyRules = {
  ...plainInternational,
  source: {
    name: {
      vi: "Hội đồng quyết định theo hai phần ba số thành viên có mặt",
      en: "A board deciding by two thirds of those present",
    },
    date: Day.parse("2020-01-01"),
  },
  quorum: atLeastTwoThirds,
  majority: {
    base: "present",
    threshold: atLeastTwoThirds,
    tie: "fails",
    tieWhen: "half_of_base",
  },
};

/** The presets an installation offers when a body is created. */
export const presets = {
  governmentOfVietnam,
  provincialPeoplesCommittee,
  twoThirdsBoard,
  plainInternational,
} as const;
