/** The dossier of the law in Vietnamese: submission, bill, review, appraisal, comparison. */
import { Writer } from "../grammar";
import {
  type Counter,
  chapterHeading,
  chapterParts,
  comparisonParts,
  mixes,
  type Outline,
  type PaperPlan,
  printOfficial,
  report,
  reportParts,
  tabular,
} from "../house";
import { type Block, group, h, p } from "../press";
import { law, transactions } from "./subject";

export function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(transactions, plan.key);
  return printOfficial(plan, {
    agency: "CP",
    number: "     /TTr-CP",
    dated: null,
    form: "TỜ TRÌNH",
    subject: "Dự án Luật Giao dịch số (sửa đổi)",
    to: "Quốc hội",
    preamble: [
      p("DỰ THẢO", { face: "bold", align: "center", size: 12 }),
      p(
        "Thực hiện Chương trình lập pháp năm 2027, Chính phủ kính trình Quốc hội dự án Luật Giao dịch số (sửa đổi) như sau:",
      ),
    ],
    parts: reportParts(writer, [
      { title: "I. SỰ CẦN THIẾT BAN HÀNH LUẬT", share: 4, mix: { ...mixes.limits, figures: 5 } },
      { title: "II. MỤC ĐÍCH, QUAN ĐIỂM XÂY DỰNG", share: 2, mix: mixes.views },
      {
        title: "III. QUÁ TRÌNH XÂY DỰNG",
        share: 1.4,
        texts: [
          "Ban soạn thảo gồm 17 thành viên đã tổ chức 9 hội thảo, lấy ý kiến 21 bộ, cơ quan, 34 địa phương, 46 hiệp hội và đăng tải công khai 60 ngày; nhận được 1.284 ý kiến.",
        ],
        mix: mixes.duties,
      },
      {
        title: "IV. BỐ CỤC, NỘI DUNG CƠ BẢN",
        share: 5,
        texts: [
          "Dự thảo Luật gồm 10 chương; so với Luật hiện hành bổ sung quy định về chữ ký số từ xa, hợp đồng thực hiện tự động, nền tảng số lớn, hòa giải trực tuyến.",
        ],
        mix: mixes.solutions,
      },
      {
        title: "V. NHỮNG VẤN ĐỀ XIN Ý KIẾN",
        share: 3,
        texts: [
          "1. Nghĩa vụ đăng ký của nền tảng số lớn: phương án đăng ký trước hoặc thông báo.",
          "2. Quyền rút lại trong 7 ngày: áp dụng cho mọi giao dịch tiêu dùng hoặc chỉ giao dịch trên 5 triệu đồng.",
        ],
        mix: mixes.options,
      },
      { title: "VI. NGUỒN LỰC VÀ ĐIỀU KIỆN BẢO ĐẢM", share: 1.4, mix: mixes.duties },
    ]),
    closing: [
      "Trên đây là Tờ trình về dự án Luật Giao dịch số (sửa đổi), Chính phủ kính trình Quốc hội xem xét, quyết định.",
    ],
  });
}

const article = (number: number, title: string, ...texts: readonly string[]): Block =>
  group(h(2, `Điều ${number}. ${title}`), ...texts.map((text) => p(text)));

const general: readonly Block[] = [
  article(
    1,
    "Phạm vi điều chỉnh",
    "Luật này quy định về giao dịch được thực hiện bằng phương tiện điện tử, giá trị pháp lý của thông điệp dữ liệu, chữ ký điện tử, dịch vụ tin cậy, hợp đồng số, nền tảng số và trách nhiệm của các bên.",
  ),
  article(
    2,
    "Đối tượng áp dụng",
    "Luật này áp dụng đối với cơ quan, tổ chức, cá nhân trực tiếp tham gia hoặc có liên quan đến giao dịch số tại Cộng hòa Hồng Lạc.",
  ),
  article(
    3,
    "Giải thích từ ngữ",
    "1. __Giao dịch số__ là giao dịch được xác lập, thực hiện, chấm dứt bằng phương tiện điện tử.",
    "2. __Thông điệp dữ liệu__ là thông tin được tạo ra, gửi, nhận, lưu trữ bằng phương tiện điện tử.",
    "3. __Chữ ký số từ xa__ là chữ ký số mà dữ liệu tạo chữ ký do tổ chức cung cấp dịch vụ tin cậy quản lý thay mặt người ký, dưới sự kiểm soát duy nhất của người ký.",
    "4. __Dịch vụ tin cậy__ gồm dịch vụ cấp dấu thời gian, chứng thực thông điệp dữ liệu, chứng thực chữ ký số và bảo quản dài hạn.",
    "5. __Hợp đồng thực hiện tự động__ là hợp đồng số mà một phần hoặc toàn bộ nghĩa vụ được thực hiện bằng phần mềm theo điều kiện đã thỏa thuận.",
    "6. __Nền tảng số lớn__ là nền tảng có từ 500.000 người dùng hằng tháng trở lên tại Cộng hòa Hồng Lạc.",
  ),
  article(
    4,
    "Nguyên tắc giao dịch số",
    "1. Tự nguyện lựa chọn phương tiện điện tử, công nghệ để giao dịch.",
    "2. Không phủ nhận giá trị pháp lý của thông điệp dữ liệu chỉ vì được thể hiện dưới dạng điện tử.",
    "3. Trung lập về công nghệ; tương đương chức năng.",
    "4. Bảo vệ quyền và lợi ích hợp pháp của người tiêu dùng, người yếu thế.",
  ),
  article(
    5,
    "Chính sách của Nhà nước",
    "1. Ưu tiên giao dịch số trong hoạt động của cơ quan nhà nước.",
    "2. Khuyến khích đầu tư, nghiên cứu dịch vụ tin cậy; bảo đảm cạnh tranh lành mạnh.",
    "3. Hỗ trợ kỹ năng số cho người dân ở vùng có điều kiện khó khăn.",
  ),
];

export function printBill(plan: PaperPlan): Promise<Buffer> {
  const counter: Counter = { next: 6 };
  return printOfficial(plan, {
    agency: "CP",
    number: "",
    dated: null,
    form: "DỰ ÁN LUẬT",
    subject: "GIAO DỊCH SỐ (SỬA ĐỔI)",
    preamble: [
      p("Căn cứ Hiến pháp Cộng hòa Hồng Lạc;", { face: "italic" }),
      p("Quốc hội ban hành Luật Giao dịch số.", { face: "italic" }),
    ],
    parts: [
      { opening: () => [chapterHeading(0, "NHỮNG QUY ĐỊNH CHUNG"), ...general], share: 1 },
      ...chapterParts(law, counter, 1),
    ],
    finale: () => [
      chapterHeading(9, "ĐIỀU KHOẢN THI HÀNH"),
      article(
        counter.next,
        "Hiệu lực thi hành",
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2028.",
        "2. Giao dịch xác lập trước ngày Luật này có hiệu lực tiếp tục được thực hiện theo thỏa thuận của các bên.",
      ),
    ],
    closing: [],
    signed: false,
  });
}

export function printReview(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(transactions, plan.key);
  const chapter = (number: number, title: string): Outline => ({
    title: `${number}. ${title}`,
    share: 3,
    mix: {
      ...(number % 2 === 0 ? mixes.results : mixes.limits),
      tables: 6,
      figures: 6,
      subheads: ["a) Kết quả thi hành", "b) Vướng mắc", "c) Kiến nghị"],
    },
  });
  return printOfficial(plan, {
    agency: "BST",
    number: "412/BC-BST",
    dated: { day: 6, month: 11, year: 2026 },
    form: "BÁO CÁO",
    subject: "Tổng kết thi hành Luật Giao dịch số",
    style: report,
    to: "Chính phủ",
    parts: reportParts(writer, [
      { title: "I. CÔNG TÁC TRIỂN KHAI THI HÀNH LUẬT", share: 5, mix: mixes.state },
      {
        title: "II. KẾT QUẢ VÀ VƯỚNG MẮC THEO TỪNG CHẾ ĐỊNH",
        children: [
          "Thông điệp dữ liệu",
          "Chữ ký điện tử",
          "Dịch vụ tin cậy",
          "Hợp đồng số",
          "Giao dịch số của cơ quan nhà nước",
          "Nền tảng số",
          "An toàn thông tin",
          "Chứng cứ và giải quyết tranh chấp",
        ].map((title, index) => chapter(index + 1, title)),
      },
      {
        title: "III. NGUYÊN NHÂN VÀ BÀI HỌC",
        share: 4,
        mix: { moves: ["limits", "views"], lists: 5 },
      },
      { title: "IV. XU HƯỚNG VÀ KINH NGHIỆM NƯỚC NGOÀI", share: 5, mix: mixes.views },
      { title: "V. KIẾN NGHỊ SỬA ĐỔI, BỔ SUNG", share: 5, mix: mixes.solutions },
    ]),
    closing: ["Bộ Số hóa và Truyền thông kính trình Chính phủ."],
  });
}

export function printAppraisal(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(transactions, plan.key);
  return printOfficial(plan, {
    agency: "BTP",
    number: "201/BCTĐ-BTP",
    dated: { day: 11, month: 11, year: 2026 },
    form: "BÁO CÁO THẨM ĐỊNH",
    subject: "Dự án Luật Giao dịch số (sửa đổi)",
    to: "Bộ Số hóa và Truyền thông",
    parts: reportParts(writer, [
      { title: "1. Sự cần thiết và phạm vi", share: 2, mix: mixes.views },
      { title: "2. Tính hợp hiến, hợp pháp, thống nhất", share: 4, mix: mixes.limits },
      { title: "3. Sự tương thích với điều ước quốc tế", share: 2, mix: mixes.effects },
      {
        title: "4. Các chính sách mới",
        share: 5,
        texts: [
          "Hội đồng thẩm định có 15/17 thành viên tán thành chính sách về nền tảng số lớn; 2 thành viên đề nghị chỉ áp dụng nghĩa vụ thông báo.",
        ],
        mix: mixes.options,
      },
      { title: "5. Thủ tục hành chính, nguồn lực", share: 3, mix: mixes.solutions },
      { title: "6. Ngôn ngữ, kỹ thuật soạn thảo", share: 1, mix: mixes.views },
    ]),
    closing: [
      "**Kết luận:** dự án Luật đủ điều kiện trình Chính phủ cho ý kiến sau khi tiếp thu các ý kiến nêu trên.",
    ],
  });
}

export function printComparison(plan: PaperPlan): Promise<Buffer> {
  return printOfficial(plan, {
    agency: "BST",
    number: "",
    dated: { day: 13, month: 11, year: 2026 },
    form: "BẢN SO SÁNH",
    subject: "Luật Giao dịch số hiện hành với dự án Luật Giao dịch số (sửa đổi)",
    style: tabular,
    size: "A4Landscape",
    preamble: [
      p(
        "Bản so sánh được lập theo từng điều, khoản; các điều giữ nguyên của Luật hiện hành không trình bày lại.",
      ),
    ],
    parts: comparisonParts(law, 6, [
      "Luật hiện hành",
      "Dự án Luật (sửa đổi)",
      "Lý do sửa đổi, bổ sung",
    ]),
    closing: ["Bản so sánh kèm theo hồ sơ dự án Luật trình Chính phủ."],
  });
}
