/** Impact assessment, appraisal and the answer to it. */
import { Writer } from "../grammar";
import { mixes, type Outline, type PaperPlan, printOfficial, report, reportParts } from "../house";
import { land } from "./subject";

const policies = [
  "Phân cấp thẩm quyền chuyển mục đích sử dụng đất",
  "Phân cấp phê duyệt, điều chỉnh kế hoạch sử dụng đất",
  "Phân cấp xác định giá đất cụ thể đối với dự án nhỏ",
  "Cơ chế kiểm tra sau dựa trên dữ liệu",
] as const;

function policyOutline(name: string, index: number): Outline {
  const number = index + 1;
  return {
    title: `CHÍNH SÁCH ${number}. ${name.toUpperCase()}`,
    newPage: index % 2 === 0,
    children: [
      { title: `${number}.1. Xác định vấn đề bất cập`, share: 2.2, mix: mixes.limits },
      { title: `${number}.2. Mục tiêu giải quyết vấn đề`, share: 1, mix: mixes.views },
      {
        title: `${number}.3. Các giải pháp đề xuất`,
        share: 1.6,
        mix: mixes.solutions,
        texts: [
          "Giải pháp 1: giữ nguyên quy định hiện hành.",
          "Giải pháp 2: phân cấp có hạn mức, kèm kiểm tra sau.",
          "Giải pháp 3: phân cấp toàn bộ, không đặt hạn mức.",
        ],
      },
      {
        title: `${number}.4. Đánh giá tác động của từng giải pháp`,
        share: 4.4,
        mix: {
          ...mixes.effects,
          subheads: [
            "a) Tác động về kinh tế",
            "b) Tác động về xã hội",
            "c) Tác động về giới",
            "d) Tác động của thủ tục hành chính",
            "đ) Tác động đối với hệ thống pháp luật",
          ],
        },
      },
      { title: `${number}.5. Kiến nghị giải pháp lựa chọn`, share: 1, mix: mixes.solutions },
    ],
  };
}

export function printImpact(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(land, plan.key);
  return printOfficial(plan, {
    agency: "BTM",
    number: "311/BC-BTM",
    dated: { day: 12, month: 11, year: 2026 },
    form: "BÁO CÁO",
    subject:
      "Đánh giá tác động của chính sách trong dự thảo Nghị định\nvề phân cấp quản lý đất đai cho địa phương",
    style: report,
    parts: reportParts(writer, [
      {
        title: "I. BỐI CẢNH VÀ PHƯƠNG PHÁP",
        share: 2,
        texts: [
          "Báo cáo đánh giá bốn chính sách của dự thảo Nghị định theo năm nhóm tác động: kinh tế, xã hội, giới, thủ tục hành chính và hệ thống pháp luật. Phương pháp định lượng dùng phân tích chi phí – lợi ích trong năm năm; phương pháp định tính dựa trên khảo sát và phỏng vấn sâu.",
        ],
        mix: mixes.state,
      },
      ...policies.map(policyOutline),
      { title: "VI. LẤY Ý KIẾN VÀ GIÁM SÁT, ĐÁNH GIÁ", share: 2.4, mix: mixes.duties },
    ]),
    closing: [
      "Trên đây là Báo cáo đánh giá tác động của chính sách, Bộ Tài nguyên và Môi trường kính trình Chính phủ.",
    ],
  });
}

export function printAppraisal(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(land, plan.key);
  return printOfficial(plan, {
    agency: "BTP",
    number: "196/BCTĐ-BTP",
    dated: { day: 3, month: 11, year: 2026 },
    form: "BÁO CÁO THẨM ĐỊNH",
    subject: "Dự thảo Nghị định về phân cấp quản lý đất đai cho địa phương",
    to: "Bộ Tài nguyên và Môi trường",
    preamble: [],
    parts: reportParts(writer, [
      {
        title: "1. Sự cần thiết ban hành, phạm vi điều chỉnh",
        share: 1.6,
        texts: [
          "Bộ Tư pháp thống nhất với sự cần thiết ban hành Nghị định để thể chế hóa chủ trương phân cấp. Phạm vi điều chỉnh tại Điều 1 phù hợp; đề nghị làm rõ quan hệ với pháp luật về lâm nghiệp.",
        ],
        mix: mixes.views,
      },
      {
        title: "2. Sự phù hợp với Hiến pháp và tính thống nhất của hệ thống pháp luật",
        share: 2.4,
        mix: mixes.limits,
      },
      { title: "3. Tính tương thích với điều ước quốc tế", share: 0.8, mix: mixes.effects },
      {
        title: "4. Về Điều 7 (thẩm quyền chuyển mục đích sử dụng đất)",
        share: 2,
        texts: [
          "Đa số thành viên Hội đồng thẩm định nhất trí Phương án 1 với điều kiện bổ sung cơ chế thu hồi thẩm quyền khi vi phạm; một số ý kiến đề nghị hạ hạn mức xuống 200 ha trong hai năm đầu.",
        ],
        mix: mixes.options,
      },
      {
        title: "5. Thủ tục hành chính, điều kiện bảo đảm thi hành",
        share: 2,
        mix: mixes.solutions,
      },
      { title: "6. Ngôn ngữ, kỹ thuật soạn thảo", share: 0.8, mix: mixes.views },
    ]),
    closing: [
      "**Kết luận:** Dự thảo Nghị định đủ điều kiện trình Chính phủ sau khi tiếp thu, giải trình các ý kiến nêu trên.",
      "Trên đây là Báo cáo thẩm định của Bộ Tư pháp.",
    ],
  });
}

export function printResponse(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(land, plan.key);
  const remark = (index: number, title: string, answer: string): Outline => ({
    title: `${index}. ${title}`,
    texts: [answer],
    share: 1,
    mix: index % 2 === 0 ? mixes.solutions : mixes.views,
  });
  return printOfficial(plan, {
    agency: "BTM",
    number: "305/BC-BTM",
    dated: { day: 9, month: 11, year: 2026 },
    form: "BÁO CÁO",
    subject: "Tiếp thu, giải trình ý kiến thẩm định của Bộ Tư pháp\nđối với dự thảo Nghị định",
    to: "Chính phủ",
    parts: reportParts(writer, [
      remark(
        1,
        "Ý kiến về quan hệ với pháp luật lâm nghiệp",
        "Tiếp thu. Đã bổ sung khoản 5 Điều 3 và khoản 4 Điều 4 để xác định rõ đất rừng phòng hộ xung yếu không thuộc diện phân cấp.",
      ),
      remark(
        2,
        "Ý kiến về cơ chế thu hồi thẩm quyền",
        "Tiếp thu. Đã bổ sung tại Chương III trường hợp đình chỉ, thu hồi thẩm quyền đã phân cấp và thời hạn khắc phục.",
      ),
      remark(
        3,
        "Ý kiến đề nghị hạ hạn mức xuống 200 ha",
        "Giải trình. Số liệu năm năm cho thấy chỉ 4% hồ sơ nằm trong khoảng 200–500 ha; hạ hạn mức làm giảm không đáng kể rủi ro nhưng giữ lại phần lớn thời gian chờ đợi. Bộ đề nghị giữ 500 ha và báo cáo Chính phủ sau hai năm.",
      ),
      remark(
        4,
        "Ý kiến về thời hạn lấy ý kiến liên ngành",
        "Tiếp thu. Thời hạn thống nhất là 10 ngày làm việc.",
      ),
      remark(
        5,
        "Ý kiến về điều khoản chuyển tiếp",
        "Tiếp thu. Người nộp hồ sơ được lựa chọn áp dụng quy định mới.",
      ),
      remark(
        6,
        "Ý kiến về ngôn ngữ, kỹ thuật soạn thảo",
        "Tiếp thu toàn bộ 23 ý kiến chỉnh lý kỹ thuật.",
      ),
    ]),
    closing: [
      "Trên đây là báo cáo tiếp thu, giải trình; Bộ Tài nguyên và Môi trường kính trình Chính phủ.",
    ],
  });
}
