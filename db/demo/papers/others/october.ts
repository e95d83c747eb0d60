/** The past meeting, October: three items, short papers. */

import { economy } from "../economy/subject";
import { Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, reportParts } from "../house";
import { land } from "../land/subject";
import { p } from "../press";
import { governance } from "../programme/subject";

const base = { meeting: "october" } as const;

export const octoberPapers: readonly PaperPlan[] = [
  {
    ...base,
    item: 1,
    key: "october-mining-submission",
    kind: "submission",
    pages: 6,
    fileName: "To-trinh-118-TTr-BTM.pdf",
    title: {
      vi: "Tờ trình về cơ chế khai thác vật liệu san lấp",
      en: "Submission on quarrying of fill material",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "BTM",
        number: "118/TTr-BTM",
        dated: { day: 12, month: 10, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Về cơ chế khai thác vật liệu san lấp\nphục vụ công trình trọng điểm",
        to: "Chính phủ",
        preamble: [
          p(
            "Bộ Tài nguyên và Môi trường kính trình Chính phủ thông qua Nghị quyết về cơ chế khai thác vật liệu san lấp, rút ngắn thủ tục cấp phép từ 120 ngày xuống còn 45 ngày đối với mỏ phục vụ trực tiếp công trình trọng điểm.",
          ),
        ],
        parts: reportParts(new Writer(economy, plan.key), [
          { title: "1. Sự cần thiết", share: 2, mix: mixes.limits },
          { title: "2. Nội dung cơ chế", share: 2, mix: mixes.solutions },
          { title: "3. Tổ chức thực hiện", share: 1, mix: mixes.duties },
        ]),
        closing: ["Kính trình Chính phủ xem xét, biểu quyết thông qua."],
      }),
  },
  {
    ...base,
    item: 1,
    key: "october-mining-resolution",
    kind: "draft_resolution",
    pages: 3,
    fileName: "Du-thao-Nghi-quyet-vat-lieu.pdf",
    title: { vi: "Dự thảo Nghị quyết", en: "Draft resolution" },
    print: (plan) =>
      printOfficial(plan, {
        agency: "CP",
        number: "     /NQ-CP",
        dated: null,
        form: "NGHỊ QUYẾT",
        subject: "Về cơ chế khai thác vật liệu san lấp phục vụ công trình trọng điểm",
        parts: reportParts(
          new Writer(economy, plan.key),
          [
            {
              title: "Điều 1. Phạm vi",
              share: 0.6,
              texts: [
                "Nghị quyết này áp dụng đối với mỏ vật liệu thông thường phục vụ trực tiếp dự án quan trọng quốc gia, dự án trọng điểm ngành giao thông.",
              ],
            },
            {
              title: "Điều 2. Cơ chế",
              share: 1,
              texts: [
                "1. Không phải cấp giấy phép thăm dò đối với khu vực đã có trong hồ sơ khảo sát của dự án.",
                "2. Thời hạn cấp bản xác nhận khai thác không quá 45 ngày.",
              ],
              mix: { moves: ["solutions"] },
            },
            { title: "Điều 3. Tổ chức thực hiện", share: 1, mix: { moves: ["duties"] } },
          ],
          2,
        ),
        closing: ["Nghị quyết này có hiệu lực từ ngày ký ban hành."],
      }),
  },
  {
    ...base,
    item: 2,
    key: "october-offices-submission",
    kind: "submission",
    pages: 5,
    fileName: "To-trinh-71-TTr-BTC.pdf",
    title: {
      vi: "Tờ trình về sắp xếp trụ sở làm việc",
      en: "Submission on rearranging office buildings",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "BTC",
        number: "71/TTr-BTC",
        dated: { day: 13, month: 10, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Về Đề án sắp xếp trụ sở làm việc của cơ quan nhà nước",
        to: "Chính phủ",
        preamble: [
          p(
            "Đề án đề nghị chuyển giao 214 cơ sở nhà, đất dôi dư cho địa phương và tập trung 38 cơ quan về bảy khu hành chính.",
          ),
        ],
        parts: reportParts(new Writer(governance, plan.key), [
          { title: "1. Thực trạng", share: 2, mix: mixes.limits },
          { title: "2. Phương án", share: 2, mix: mixes.options },
          { title: "3. Kiến nghị", share: 1, mix: mixes.duties },
        ]),
        closing: ["Kính trình Chính phủ xem xét, quyết định."],
      }),
  },
  {
    ...base,
    item: 3,
    key: "october-coast-submission",
    kind: "submission",
    pages: 4,
    fileName: "To-trinh-121-TTr-BTM.pdf",
    title: {
      vi: "Tờ trình về hành lang bảo vệ bờ biển",
      en: "Submission on the coastal protection corridor",
    },
    print: (plan) =>
      printOfficial(plan, {
        agency: "BTM",
        number: "121/TTr-BTM",
        dated: { day: 14, month: 10, year: 2026 },
        form: "TỜ TRÌNH",
        subject: "Về dự thảo Nghị định quản lý hành lang bảo vệ bờ biển",
        to: "Chính phủ",
        parts: reportParts(new Writer(land, plan.key), [
          { title: "1. Sự cần thiết", share: 1, mix: mixes.limits },
          { title: "2. Nội dung", share: 1.5, mix: mixes.solutions },
        ]),
        closing: ["Kính trình Chính phủ xem xét."],
      }),
  },
];
