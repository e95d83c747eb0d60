/** Item 7: the Government's work programme of 2027. */
import { ministries, Writer } from "../grammar";
import { agencies, mixes, type PaperPlan, printOfficial, reportParts, tabular } from "../house";
import { group, h, type Part, p } from "../press";
import { agencyPart } from "./planned";
import { governance } from "./subject";

const printSubmission = (plan: PaperPlan): Promise<Buffer> =>
  printOfficial(plan, {
    agency: "VPC",
    number: "1190/TTr-VPCP",
    dated: { day: 17, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về Chương trình công tác năm 2027 của Chính phủ",
    to: "Chính phủ",
    preamble: [
      "Trên cơ sở đăng ký của 22 bộ, cơ quan và 34 địa phương, Văn phòng Chính phủ đã tổng hợp, thẩm tra 486 đề án đăng ký; đưa vào chương trình những đề án đã đủ căn cứ, cơ quan chủ trì và thời hạn.",
      "So với năm 2026, số đề án trình giảm 12%, tập trung vào thể chế phân cấp, chuyển đổi số, hạ tầng và an sinh xã hội.",
      "Các bộ, cơ quan đã thống nhất bằng văn bản; không còn ý kiến khác nhau.",
    ].map((text) => p(text)),
    parts: [
      {
        opening: () => [
          h(2, "1. Nguyên tắc xây dựng"),
          ...[
            "a) Mỗi đề án chỉ có một cơ quan chủ trì, một Phó Thủ tướng phụ trách.",
            "b) Thời hạn trình bố trí đều giữa các tháng; không dồn vào tháng 12.",
            "c) Chỉ đưa vào chương trình đề án có căn cứ pháp lý và nguồn lực.",
            "d) Đề án chậm hai lần liên tiếp phải báo cáo nguyên nhân tại phiên họp.",
          ].map((text) => p(text)),
        ],
        share: 1,
      },
      {
        opening: () => [
          h(2, "2. Phân bố theo quý"),
          p(
            "Số đề án trình theo quý được bố trí như sau: quý I 128; quý II 146; quý III 121; quý IV 91 đề án.",
            { keep: true },
          ),
          {
            kind: "chart",
            look: "bars",
            caption: "Hình 1. Số đề án theo quý năm 2027",
            unit: "Đơn vị: đề án",
            labels: ["Quý I", "Quý II", "Quý III", "Quý IV"],
            series: [{ label: "Số đề án", values: [128, 146, 121, 91] }],
            decimal: ",",
          },
        ],
        share: 1,
      },
      {
        opening: () => [
          h(2, "3. Theo dõi, điều chỉnh"),
          ...[
            "a) Văn phòng Chính phủ rà soát hằng tháng, công khai tình hình thực hiện với các bộ, cơ quan.",
            "b) Việc bổ sung, lùi thời hạn, rút đề án do Thủ tướng Chính phủ quyết định trên cơ sở văn bản đề nghị của cơ quan chủ trì, gửi trước thời hạn ít nhất 20 ngày.",
            "c) Kết quả thực hiện là căn cứ đánh giá mức độ hoàn thành nhiệm vụ của bộ, cơ quan và người đứng đầu.",
          ].map((text) => p(text)),
        ],
        share: 1,
      },
      ...reportParts(
        new Writer(governance, plan.key),
        [
          {
            title: "4. Đề nghị đối với các bộ, cơ quan",
            share: 2,
            texts: ["Chủ động chuẩn bị hồ sơ, gửi lấy ý kiến sớm; bảo đảm chất lượng dự thảo."],
            mix: { moves: ["duties"] },
          },
        ],
        2,
      ),
    ],
    closing: [
      "Văn phòng Chính phủ kính trình Chính phủ thông qua Chương trình công tác năm 2027 theo thủ tục không thảo luận.",
    ],
  });

const printResolution = (plan: PaperPlan): Promise<Buffer> =>
  printOfficial(plan, {
    agency: "CP",
    number: "     /NQ-CP",
    dated: null,
    form: "NGHỊ QUYẾT",
    subject: "Ban hành Chương trình công tác năm 2027 của Chính phủ",
    preamble: [
      p("DỰ THẢO", { face: "bold", align: "center", size: 12 }),
      p("Căn cứ Luật Tổ chức Chính phủ; Quy chế làm việc của Chính phủ;", { face: "italic" }),
      p("Theo đề nghị của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ,", { face: "italic" }),
      p("QUYẾT NGHỊ:", { face: "bold", align: "center" }),
    ],
    parts: [
      ...(
        [
          [
            "Điều 1. Ban hành Chương trình",
            "Ban hành kèm theo Nghị quyết này Chương trình công tác năm 2027 của Chính phủ, gồm danh mục đề án trình Chính phủ, Thủ tướng Chính phủ theo từng bộ, cơ quan.",
          ],
          [
            "Điều 2. Trách nhiệm của bộ trưởng, thủ trưởng cơ quan ngang bộ",
            "1. Chịu trách nhiệm về chất lượng, thời hạn trình các đề án được giao; cử một lãnh đạo trực tiếp chỉ đạo từng đề án.",
            "2. Gửi kế hoạch chi tiết đến Văn phòng Chính phủ trước ngày 15 tháng 01 năm 2027.",
            "3. Báo cáo kết quả trước ngày 25 hằng tháng; nêu rõ đề án chậm, nguyên nhân và thời hạn mới.",
          ],
          [
            "Điều 3. Trách nhiệm của các Phó Thủ tướng",
            "1. Chỉ đạo, đôn đốc các bộ, cơ quan trong lĩnh vực phụ trách.",
            "2. Cho ý kiến về những vấn đề còn khác nhau trước khi trình Chính phủ.",
          ],
          [
            "Điều 4. Trách nhiệm của Văn phòng Chính phủ",
            "1. Thẩm tra đề án trong 4 ngày làm việc; trả lại hồ sơ không đủ thành phần.",
            "2. Công khai tình hình thực hiện Chương trình tại phiên họp thường kỳ.",
            "3. Cập nhật Chương trình khi Thủ tướng Chính phủ quyết định điều chỉnh.",
          ],
          [
            "Điều 5. Điều chỉnh Chương trình",
            "1. Việc lùi thời hạn được thực hiện một lần, không quá 60 ngày, khi có lý do chính đáng.",
            "2. Đề án rút khỏi Chương trình phải nêu rõ cơ quan tiếp tục theo dõi vấn đề.",
          ],
        ] as const
      ).map(
        ([title, ...texts]): Part => ({
          opening: () => [group(h(2, title), ...texts.map((text) => p(text)))],
          share: 1,
        }),
      ),
      ...reportParts(
        new Writer(governance, plan.key),
        [
          {
            title: "Điều 6. Các trọng tâm chỉ đạo, điều hành năm 2027",
            share: 8,
            mix: { ...mixes.solutions, tables: 6 },
          },
        ],
        2,
      ),
    ],
    finale: () => [
      h(2, "Điều 7. Hiệu lực thi hành"),
      p(
        "Nghị quyết này có hiệu lực từ ngày ký ban hành. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ chịu trách nhiệm thi hành.",
      ),
    ],
    closing: [],
  });

const printList = (plan: PaperPlan): Promise<Buffer> =>
  printOfficial(plan, {
    agency: "CP",
    number: "",
    dated: null,
    form: "DANH MỤC ĐỀ ÁN",
    subject: "Chương trình công tác năm 2027 của Chính phủ",
    style: tabular,
    size: "A4Landscape",
    preamble: [
      p(
        `(Kèm theo dự thảo Nghị quyết; ${agencies.VPC.short} tổng hợp đến ngày 17 tháng 11 năm 2026)`,
        { face: "italic", align: "center" },
      ),
    ],
    parts: ministries.map(agencyPart),
    closing: ["Danh mục này được cập nhật hằng tháng theo quyết định của Thủ tướng Chính phủ."],
    signed: false,
  });

const base = { meeting: "november", item: 7 } as const;
export const programmePapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "programme-submission",
    kind: "submission",
    pages: 4,
    fileName: "To-trinh-1190-TTr-VPCP.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "programme-resolution",
    kind: "draft_resolution",
    pages: 6,
    fileName: "Du-thao-Nghi-quyet-Chuong-trinh.pdf",
    title: { vi: "Dự thảo Nghị quyết", en: "Draft resolution" },
    print: printResolution,
  },
  {
    ...base,
    key: "programme-list",
    kind: "programme_list",
    pages: 52,
    fileName: "Danh-muc-de-an-2027.pdf",
    title: { vi: "Danh mục đề án", en: "List of planned matters" },
    print: printList,
  },
];
