/** Tờ trình: the ministry asks the Government to adopt the decree. */
import { filling, Writer } from "../grammar";
import { type PaperPlan, printOfficial } from "../house";
import { h, type Part, p } from "../press";
import { land } from "./subject";

export function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(land, plan.key);
  const part = (
    title: string,
    share: number,
    texts: readonly string[],
    mix: Parameters<typeof filling>[1],
  ): Part => ({
    opening: () => [h(2, title), ...texts.map((text) => p(text))],
    share,
    filling: () => filling(writer, mix),
  });
  return printOfficial(plan, {
    agency: "BTM",
    number: "128/TTr-BTM",
    dated: { day: 16, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về dự thảo Nghị định về phân cấp\nquản lý đất đai cho địa phương",
    to: "Chính phủ",
    preamble: [
      p(
        "Thực hiện Chương trình công tác năm 2026 của Chính phủ, Bộ Tài nguyên và Môi trường đã chủ trì, lấy ý kiến 21 bộ, cơ quan và 34 địa phương, xây dựng dự thảo Nghị định (dự thảo lần 5).",
      ),
      p(
        "Tại Điều 7 còn hai phương án. Phương án 1 giao cấp tỉnh quyết định chuyển mục đích sử dụng đất đối với diện tích dưới 500 ha, kèm cơ chế hậu kiểm sáu tháng một lần.",
      ),
      p(
        "Phương án 2 giữ thẩm quyền hiện hành, rút ngắn thời hạn giải quyết từ 45 ngày xuống còn 30 ngày làm việc.",
      ),
      p("Bộ Tài nguyên và Môi trường kính trình Chính phủ những nội dung chính sau đây."),
    ],
    parts: [
      part(
        "I. CĂN CỨ BAN HÀNH",
        1.1,
        [
          "Căn cứ Luật Tổ chức Chính phủ; Luật Tổ chức chính quyền địa phương; Luật Đất đai; Luật Quy hoạch và Luật Ban hành văn bản quy phạm pháp luật của Cộng hòa Hồng Lạc.",
          "Căn cứ Nghị quyết số 88/NQ-CP ngày 12 tháng 5 năm 2026 của Chính phủ về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước; Quyết định số 1420/QĐ-TTg ngày 03 tháng 6 năm 2026 phê duyệt danh mục thủ tục hành chính được cắt giảm.",
        ],
        { moves: ["views"] },
      ),
      part(
        "II. SỰ CẦN THIẾT BAN HÀNH NGHỊ ĐỊNH",
        3,
        [
          "1. Trong năm năm 2021–2026, số hồ sơ chuyển mục đích sử dụng đất phải trình Thủ tướng Chính phủ vẫn ở mức trên 320 hồ sơ mỗi năm; thời gian giải quyết bình quân còn 45 ngày. Qua rà soát, trên 80% số hồ sơ có diện tích dưới 500 ha và không có ý kiến khác nhau giữa các bộ.",
        ],
        { moves: ["situation", "limits"], figures: 4, lists: 6 },
      ),
      part(
        "III. MỤC ĐÍCH, QUAN ĐIỂM XÂY DỰNG",
        1.4,
        [
          "1. Mục đích: đẩy mạnh phân cấp gắn với trách nhiệm giải trình, rút ngắn thời gian đưa đất vào sử dụng, giữ vững diện tích đất trồng lúa theo quy hoạch quốc gia.",
          "2. Quan điểm: kế thừa quy định còn phù hợp; chỉ phân cấp những việc đã có tiêu chí rõ, dữ liệu đủ, kiểm tra được.",
        ],
        { moves: ["views"] },
      ),
      part(
        "IV. NỘI DUNG CƠ BẢN CỦA DỰ THẢO",
        3,
        [
          "1. Dự thảo Nghị định gồm 5 chương: quy định chung; phân cấp trong quản lý, sử dụng đất; kiểm tra sau và kiểm soát quyền lực; trách nhiệm của các cơ quan; điều khoản thi hành.",
          "2. Dự thảo phân cấp 14 nhóm nhiệm vụ, trong đó 9 nhóm từ Thủ tướng Chính phủ và bộ về cấp tỉnh, 5 nhóm từ cấp tỉnh về cấp huyện.",
        ],
        { moves: ["solutions", "effects"], tables: 5, lists: 4 },
      ),
      part(
        "V. VẤN ĐỀ XIN Ý KIẾN CHÍNH PHỦ: ĐIỀU 7",
        2.4,
        [
          "**Phương án 1:** Ủy ban nhân dân cấp tỉnh quyết định chuyển mục đích sử dụng đất trồng lúa, đất rừng phòng hộ đối với diện tích dưới 500 ha, phù hợp với quy hoạch, kế hoạch đã được phê duyệt; báo cáo kết quả sáu tháng một lần để kiểm tra sau. 16 bộ, cơ quan và 31 địa phương thống nhất.",
          "**Phương án 2:** Giữ thẩm quyền theo quy định hiện hành; rút ngắn thời hạn giải quyết từ 45 ngày xuống còn 30 ngày làm việc. Bộ Tài chính, Bộ Nông nghiệp và Nông thôn, Thanh tra Chính phủ cùng 2 bộ khác và 3 địa phương đề nghị.",
          "Bộ Tài nguyên và Môi trường đề nghị chọn **Phương án 1**, vì phù hợp chủ trương phân cấp và đã có công cụ kiểm tra sau bằng dữ liệu.",
        ],
        { moves: ["effects"] },
      ),
      part("VI. TỔ CHỨC THỰC HIỆN VÀ KINH PHÍ", 1.4, [], { moves: ["duties"], tables: 3 }),
    ],
    closing: [
      "**KIẾN NGHỊ:** Bộ Tài nguyên và Môi trường kính đề nghị Chính phủ xem xét, quyết định phương án tại Điều 7 và thông qua dự thảo Nghị định.",
      "Trên đây là Tờ trình về dự thảo Nghị định, kính trình Chính phủ xem xét, quyết định. (Hồ sơ trình kèm theo gồm 8 tài liệu.)",
    ],
  });
}
