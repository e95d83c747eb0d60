/** The decree's first eight articles, which the meeting talks about, and what the grammar writes the rest from. */
import type { StatuteSubject } from "../grammar";
import { type Block, group, h, p } from "../press";

const article = (number: number, title: string, ...texts: readonly string[]): Block =>
  group(h(2, `Điều ${number}. ${title}`), ...texts.map((text) => p(text)));

export const generalArticles: readonly Block[] = [
  article(
    1,
    "Phạm vi điều chỉnh",
    "1. Nghị định này quy định việc phân cấp thẩm quyền quản lý nhà nước về đất đai giữa Chính phủ, Thủ tướng Chính phủ, các bộ và chính quyền địa phương; trình tự thực hiện, kiểm tra sau và trách nhiệm giải trình.",
    "2. Nghị định này không áp dụng đối với đất quốc phòng, an ninh và đất có di tích đặc biệt quan trọng.",
  ),
  article(
    2,
    "Đối tượng áp dụng",
    "1. Cơ quan nhà nước thực hiện quyền hạn và trách nhiệm quản lý đất đai được phân cấp.",
    "2. Người sử dụng đất theo quy định của pháp luật về đất đai.",
    "3. Cơ quan, tổ chức, cá nhân khác có liên quan đến việc quản lý, sử dụng đất.",
  ),
  article(
    3,
    "Giải thích từ ngữ",
    "1. __Phân cấp quản lý đất đai__ là việc giao cho chính quyền địa phương thực hiện thường xuyên, ổn định nhiệm vụ, quyền hạn thuộc thẩm quyền của cơ quan cấp trên, gắn với nguồn lực và trách nhiệm.",
    "2. __Kiểm tra sau__ là hoạt động xem xét, đánh giá việc thực hiện thẩm quyền sau khi quyết định được ban hành, dựa trên dữ liệu và kiểm tra thực địa theo xác suất.",
    "3. __Hạn mức phân cấp__ là diện tích tối đa của một dự án mà cơ quan được phân cấp có quyền quyết định.",
    "4. __Quỹ đất trồng lúa phải giữ__ là diện tích đất chuyên trồng lúa nước của từng tỉnh do quy hoạch quốc gia xác định.",
    "5. __Đất rừng phòng hộ xung yếu__ là đất rừng phòng hộ đầu nguồn, chắn gió, chắn cát, lấn biển có vai trò trực tiếp bảo vệ dân cư và công trình.",
    "6. __Cơ sở dữ liệu đất đai__ là tập hợp dữ liệu không gian và thuộc tính về đất đai, được cập nhật, chia sẻ theo quy định.",
  ),
  article(
    4,
    "Nguyên tắc phân cấp",
    "1. Phân cấp rõ việc, rõ cấp, rõ trách nhiệm; một việc chỉ giao một cấp quyết định.",
    "2. Quyền hạn được phân cấp đi đôi với nguồn lực, dữ liệu và năng lực thực hiện.",
    "3. Không phân cấp tiếp nội dung đã được phân cấp.",
    "4. Bảo đảm giữ vững quỹ đất trồng lúa và đất rừng phòng hộ xung yếu.",
    "5. Công khai mọi quyết định; người dân và doanh nghiệp tra cứu được không cần đăng nhập.",
    "6. Việc kiểm tra sau không làm chậm hiệu lực của quyết định hợp pháp.",
  ),
  article(
    5,
    "Điều kiện thực hiện phân cấp",
    "1. Ủy ban nhân dân cấp tỉnh thực hiện thẩm quyền được phân cấp khi có đủ các điều kiện sau đây:",
    "a) Quy hoạch tỉnh, kế hoạch sử dụng đất năm năm đã được phê duyệt và còn hiệu lực;",
    "b) Cơ sở dữ liệu đất đai đã hoàn thành, kết nối với cơ sở dữ liệu quốc gia đối với ít nhất 85% số thửa đất;",
    "c) Có tổ thẩm định liên ngành cấp tỉnh hoạt động theo quy chế;",
    "d) Không có quyết định về đất đai bị bãi bỏ do trái thẩm quyền trong 12 tháng trước đó.",
    "2. Bộ Tài nguyên và Môi trường công bố danh sách địa phương đủ điều kiện trước ngày 31 tháng 12 hằng năm.",
  ),
];

/** Article 6: the fourteen groups of powers, with their details. */
export const powers: readonly string[] = [
  "Chấp thuận chuyển mục đích sử dụng đất trồng lúa để thực hiện dự án đầu tư trong hạn mức tại Điều 7; từ Thủ tướng Chính phủ cho Ủy ban nhân dân cấp tỉnh.",
  "Chấp thuận chuyển mục đích sử dụng đất rừng phòng hộ không thuộc khu vực xung yếu; từ Thủ tướng Chính phủ cho Ủy ban nhân dân cấp tỉnh.",
  "Điều chỉnh cục bộ chỉ tiêu sử dụng đất giữa các huyện mà không làm thay đổi tổng chỉ tiêu của tỉnh.",
  "Phê duyệt kế hoạch sử dụng đất hằng năm cấp huyện, gồm cả danh mục công trình bổ sung trong năm.",
  "Quyết định giá đất cụ thể đối với dự án có diện tích dưới 20 ha; từ cấp tỉnh cho Ủy ban nhân dân cấp huyện.",
  "Quyết định phương án bồi thường, hỗ trợ, tái định cư đối với dự án trong phạm vi một huyện.",
  "Quyết định giao đất, cho thuê đất đối với hộ gia đình, cá nhân và hợp tác xã.",
  "Gia hạn tiến độ đưa đất vào sử dụng một lần, không quá 24 tháng, khi có lý do bất khả kháng được xác minh.",
  "Quyết định thu hồi đất do chấm dứt sử dụng đất theo pháp luật, tự nguyện trả lại đất.",
  "Cấp giấy chứng nhận lần đầu và xác nhận thay đổi đối với tổ chức trong nước.",
  "Phê duyệt phương án sử dụng đất của công ty nông, lâm nghiệp sau sắp xếp.",
  "Quyết định quỹ đất dự phòng phục vụ phòng, chống thiên tai, có thời hạn không quá 5 năm.",
  "Thẩm định nhu cầu sử dụng đất, điều kiện chuyển mục đích; chịu trách nhiệm về kết quả thẩm định.",
  "Kiểm tra việc quản lý, sử dụng đất của cấp huyện, cấp xã và công khai kết quả.",
  "Quyết định việc sử dụng đất kết hợp đa mục đích đối với công trình ngầm, công trình năng lượng trên đất nông nghiệp.",
  "Ban hành tiêu chí lựa chọn nhà đầu tư có sử dụng đất theo khung do Chính phủ quy định.",
];

export const article7: readonly Block[] = [
  h(2, "Điều 7. Thẩm quyền quyết định chuyển mục đích\nsử dụng đất"),
  p(
    "1. Phương án 1: Ủy ban nhân dân cấp tỉnh quyết định chuyển mục đích sử dụng đất trồng lúa, đất rừng phòng hộ đối với diện tích dưới 500 ha, phù hợp với quy hoạch, kế hoạch sử dụng đất đã được phê duyệt.",
  ),
  p(
    "Phương án 2: Giữ thẩm quyền theo quy định hiện hành; rút ngắn thời hạn giải quyết từ 45 ngày xuống còn 30 ngày làm việc.",
  ),
  p(
    "2. Ủy ban nhân dân cấp tỉnh gửi báo cáo kết quả thực hiện đến Bộ Tài nguyên và Môi trường sáu tháng một lần để kiểm tra sau.",
  ),
  p(
    "3. Hội đồng nhân dân cấp tỉnh giám sát việc thực hiện thẩm quyền quy định tại khoản 1 Điều này.",
  ),
  h(2, "Điều 8. Điều kiện bảo đảm thực hiện"),
  p(
    "1. Địa phương thực hiện phân cấp phải có cơ sở dữ liệu đất đai đầy đủ, được cập nhật và kết nối với cơ sở dữ liệu quốc gia.",
  ),
  p(
    "2. Bộ Tài nguyên và Môi trường hướng dẫn, kiểm tra công tác quản lý đất đai đã phân cấp; kịp thời tháo gỡ khó khăn, vướng mắc phát sinh.",
  ),
  p(
    "3. Kinh phí thực hiện do ngân sách địa phương bảo đảm; ngân sách trung ương hỗ trợ các tỉnh miền núi xây dựng dữ liệu.",
  ),
];

export const decree: StatuteSubject = {
  seed: "land-decree",
  rules: {
    actor: ["người sử dụng đất", "nhà đầu tư", "tổ chức được giao đất", "chủ đầu tư dự án"],
    authority: [
      "Ủy ban nhân dân cấp tỉnh",
      "Ủy ban nhân dân cấp huyện",
      "cơ quan quản lý đất đai cấp tỉnh",
      "Bộ Tài nguyên và Môi trường",
    ],
    data: ["dữ liệu địa chính", "hồ sơ, bản đồ", "dữ liệu giá đất", "dữ liệu quy hoạch"],
    system: ["cơ sở dữ liệu đất đai", "cổng thông tin đất đai", "hệ thống một cửa điện tử"],
    principle: [
      "thẩm quyền gắn với trách nhiệm giải trình",
      "quyết định dựa trên dữ liệu đã được xác thực",
      "bảo đảm lợi ích của Nhà nước, người dân và nhà đầu tư",
    ],
  },
  chapters: [
    {
      title: "PHÂN CẤP TRONG QUẢN LÝ, SỬ DỤNG ĐẤT",
      matters: [
        { o: "kế hoạch sử dụng đất", a: "lập, phê duyệt kế hoạch sử dụng đất" },
        { o: "giao đất, cho thuê đất", a: "giao đất, cho thuê đất" },
        { o: "giá đất cụ thể", a: "xác định giá đất cụ thể" },
        { o: "bồi thường, tái định cư", a: "bồi thường, hỗ trợ, tái định cư" },
        { o: "giấy chứng nhận quyền sử dụng đất", a: "cấp giấy chứng nhận" },
        { o: "quỹ đất trồng lúa phải giữ", a: "điều chỉnh quỹ đất trồng lúa" },
      ],
    },
    {
      title: "KIỂM TRA SAU VÀ KIỂM SOÁT QUYỀN LỰC",
      matters: [
        { o: "quyết định chuyển mục đích sử dụng đất", a: "chuyển mục đích sử dụng đất" },
        { o: "thẩm quyền được phân cấp", a: "thực hiện thẩm quyền được phân cấp" },
        { o: "hồ sơ kiểm tra sau", a: "kiểm tra sau" },
      ],
    },
    {
      title: "TRÁCH NHIỆM CỦA CÁC CƠ QUAN",
      matters: [
        { o: "cơ sở dữ liệu đất đai", a: "xây dựng, vận hành cơ sở dữ liệu đất đai" },
        { o: "chế độ báo cáo", a: "báo cáo, thống kê đất đai" },
        { o: "nguồn lực thực hiện phân cấp", a: "bố trí nguồn lực" },
      ],
    },
  ],
};
