/** Founds the two bodies: rules, agencies, memberships, and those who serve them. */
import {
  type BodyRules,
  governmentOfVietnam,
  provincialPeoplesCommittee,
} from "../../../domain/bodies";
import { Day, type Instant } from "../../../domain/text";
import { demoId } from "../identifiers";
import {
  governmentSeats,
  type HelperKey,
  helperId,
  helpers,
  memberId,
  provinceId,
  provinceSeats,
} from "../people";
import { minister } from "./office";
import { type Execute, openScript } from "./script";
import { demoTimeZone } from "./timeline";

export const governmentId = demoId("body", "government");
export const provinceBodyId = demoId("body", "tan-hai");

const since = Day.parse("2024-04-01");
const rulesFrom = Day.parse("2026-01-01");

/** The demo's own rules of procedure: the Vietnamese presets under a fictional name. */
const governmentRules: BodyRules = {
  ...governmentOfVietnam,
  validFrom: rulesFrom,
  source: {
    name: {
      vi: "Quy chế làm việc của Chính phủ Cộng hòa Hồng Lạc (minh họa, 12 điều)",
      en: "Rules of procedure of the Government of Hồng Lạc (demonstration, 12 clauses)",
    },
    date: rulesFrom,
  },
  answers: provincialPeoplesCommittee.answers,
};
const provinceRules: BodyRules = {
  ...provincialPeoplesCommittee,
  validFrom: rulesFrom,
  source: {
    name: {
      vi: "Quy chế làm việc của UBND tỉnh Tân Hải (minh họa)",
      en: "Rules of procedure of the People's Committee of Tân Hải (demonstration)",
    },
    date: rulesFrom,
  },
};

/** Departments of the province, by the protocol order of who leads them. */
const departments: readonly (readonly [order: number, code: string, vi: string, en: string])[] = [
  [5, "QS", "Bộ Chỉ huy quân sự tỉnh", "Provincial Military Command"],
  [6, "CA", "Công an tỉnh", "Provincial Police"],
  [7, "STC", "Sở Tài chính", "Department of Finance"],
  [8, "SNV", "Sở Nội vụ", "Department of Home Affairs"],
  [9, "SKH", "Sở Kế hoạch và Đầu tư", "Department of Planning and Investment"],
  [10, "STP", "Sở Tư pháp", "Department of Justice"],
  [11, "SCT", "Sở Công Thương", "Department of Industry and Trade"],
  [12, "SNN", "Sở Nông nghiệp", "Department of Agriculture"],
  [13, "SGT", "Sở Giao thông", "Department of Transport"],
  [14, "SXD", "Sở Xây dựng", "Department of Construction"],
  [15, "STM", "Sở Tài nguyên và Môi trường", "Department of Natural Resources and Environment"],
  [16, "SKS", "Sở Khoa học và Số hóa", "Department of Science and Digital Affairs"],
  [17, "SGD", "Sở Giáo dục và Đào tạo", "Department of Education and Training"],
  [18, "SYT", "Sở Y tế", "Department of Health"],
  [19, "SLD", "Sở Lao động", "Department of Labour"],
  [20, "SVH", "Sở Văn hóa và Du lịch", "Department of Culture and Tourism"],
  [21, "BDT", "Ban Dân tộc tỉnh", "Provincial Committee for Ethnic Affairs"],
  [22, "TT", "Thanh tra tỉnh", "Provincial Inspectorate"],
  [23, "KKT", "Ban Quản lý khu kinh tế", "Economic Zone Authority"],
];

const agencyIdOf = (code: string) => demoId("agency", code);

async function grantRoles(
  send: ReturnType<typeof openScript>["send"],
  bodyId: string,
  keys: readonly HelperKey[],
  at: Instant,
) {
  for (const key of keys) {
    const { grant, name, title } = helpers[key];
    if (grant === null) throw new Error(`${key} holds no function`);
    await send(
      "role.grant",
      {
        bodyId,
        grantId: demoId("grant", `${bodyId}/${key}`),
        personId: helperId(key),
        name,
        title: { ...title },
        role: grant,
        from: since,
      },
      helperId("administrator"),
      at,
    );
  }
}

export async function foundGovernment(execute: Execute, at: Instant): Promise<void> {
  const { send } = openScript(execute, "government");
  const by = helperId("administrator");
  const bodyId = governmentId;
  await send(
    "body.create",
    {
      bodyId,
      parentId: null,
      name: { vi: "Chính phủ Cộng hòa Hồng Lạc", en: "Government of the Republic of Hồng Lạc" },
      timeZone: demoTimeZone,
      rules: governmentRules,
    },
    by,
    at,
  );
  for (const { order, name, title, role, agency } of governmentSeats) {
    if (agency !== null) {
      await send(
        "agency.establish",
        {
          bodyId,
          agencyId: agencyIdOf(agency.code),
          code: agency.code,
          name: agency.name,
          kind: agency.kind,
          from: since,
        },
        by,
        at,
      );
    }
    await send(
      "membership.begin",
      {
        bodyId,
        membershipId: demoId("membership", `P${order}`),
        personId: memberId(order),
        name,
        title,
        role,
        order,
        votingRight: true,
        agencyId: agency === null ? null : agencyIdOf(agency.code),
        from: since,
      },
      by,
      at,
    );
  }
  await grantRoles(
    send,
    bodyId,
    [
      "officeLead",
      "examiner",
      "secretary",
      "secondSecretary",
      "clerk",
      "memberStaff",
      "agencyOfficer",
      "auditor",
    ],
    at,
  );
  const staff = { bodyId, personId: helperId("memberStaff") };
  await send("office.name_staff", staff, minister, at);
}

export async function foundProvince(execute: Execute, at: Instant): Promise<void> {
  const { send } = openScript(execute, "province");
  const by = helperId("administrator");
  const bodyId = provinceBodyId;
  await send(
    "body.create",
    {
      bodyId,
      parentId: null,
      name: { vi: "UBND tỉnh Tân Hải", en: "People's Committee of Tân Hải Province" },
      timeZone: demoTimeZone,
      rules: provinceRules,
    },
    by,
    at,
  );
  for (const [, code, vi, en] of departments) {
    await send(
      "agency.establish",
      {
        bodyId,
        agencyId: agencyIdOf(`TH/${code}`),
        code,
        name: { vi, en },
        kind: "department",
        from: since,
      },
      by,
      at,
    );
  }
  for (const { order, name, title, role } of provinceSeats) {
    const department = departments.find(([leader]) => leader === order);
    await send(
      "membership.begin",
      {
        bodyId,
        membershipId: demoId("membership", `T${order}`),
        personId: provinceId(order),
        name,
        title,
        role,
        order,
        votingRight: true,
        agencyId: department === undefined ? null : agencyIdOf(`TH/${department[1]}`),
        from: since,
      },
      by,
      at,
    );
  }
  await grantRoles(send, bodyId, ["provinceLead", "provinceSecretary"], at);
}
