/** Item 4: the amended law on digital transactions. */
import type { StatuteSubject, Subject } from "../grammar";

export const transactions: Subject = {
  source: "Bộ Số hóa và Truyền thông, báo cáo tổng kết thi hành Luật.",
  indicators: [
    { name: "Số chữ ký số cá nhân đang hoạt động", unit: "nghìn chữ ký", from: 310, to: 6420 },
    { name: "Tỷ lệ hợp đồng được giao kết điện tử", unit: "%", from: 8.4, to: 37.9 },
    { name: "Số tổ chức cung cấp dịch vụ tin cậy", unit: "tổ chức", from: 9, to: 31 },
    { name: "Tỷ lệ dịch vụ công trực tuyến toàn trình", unit: "%", from: 21.7, to: 68.3 },
    { name: "Số giao dịch thanh toán số", unit: "triệu giao dịch", from: 420, to: 2910 },
    { name: "Số tranh chấp về giao dịch số", unit: "vụ", from: 640, to: 2180 },
    { name: "Chi phí giao kết bình quân một hợp đồng", unit: "nghìn đồng", from: 118, to: 46 },
    { name: "Tỷ lệ văn bản điện tử giữa các cơ quan", unit: "%", from: 58.2, to: 96.4 },
  ],
  rules: {
    activity: [
      "việc giao kết hợp đồng số",
      "hoạt động cung cấp dịch vụ tin cậy",
      "việc sử dụng chữ ký số cá nhân",
      "việc chuyển đổi văn bản giấy sang điện tử",
      "hoạt động của nền tảng số trung gian",
      "việc công nhận chữ ký số nước ngoài",
      "công tác bảo đảm an toàn giao dịch số",
      "việc giải quyết tranh chấp trực tuyến",
      "việc lưu trữ chứng cứ điện tử",
      "hoạt động định danh, xác thực",
    ],
    problem: [
      "tình trạng yêu cầu bản giấy song song với bản điện tử",
      "lừa đảo, mạo danh trong giao dịch từ xa",
      "giá trị chứng cứ của dữ liệu số chưa được áp dụng thống nhất",
      "chữ ký số giữa các nhà cung cấp chưa liên thông",
      "trách nhiệm của nền tảng trung gian chưa rõ",
      "thời điểm giao kết hợp đồng số còn tranh cãi",
      "người yếu thế khó tiếp cận giao dịch số",
      "chưa công nhận đầy đủ chữ ký số nước ngoài",
      "thiếu dữ liệu thống kê về sự cố",
    ],
    measure: [
      "công nhận giá trị pháp lý của hợp đồng giao kết tự động",
      "quy định trách nhiệm của nền tảng số lớn",
      "liên thông chữ ký số toàn quốc",
      "thiết lập cơ chế giải quyết tranh chấp trực tuyến",
      "bắt buộc thông báo sự cố trong 24 giờ",
      "giảm điều kiện kinh doanh đối với dịch vụ tin cậy rủi ro thấp",
      "công nhận lẫn nhau chữ ký số với các nước",
      "bảo vệ người tiêu dùng bằng quyền rút lại trong 7 ngày",
      "chuẩn hóa dấu thời gian và chứng thư",
    ],
    people: [
      "doanh nghiệp nhỏ và vừa",
      "người tiêu dùng",
      "tổ chức cung cấp dịch vụ tin cậy",
      "ngân hàng và tổ chức tín dụng",
      "cơ quan nhà nước",
      "người cao tuổi, người khuyết tật",
      "nhà bán hàng trên nền tảng số",
      "tòa án, trọng tài",
    ],
    result: [
      "số chữ ký số cá nhân tăng {%18-61}%",
      "{18-29} địa phương đạt tỷ lệ trực tuyến trên {%60-80}%",
      "chi phí giao kết giảm {%24-58}%",
      "{9-16} nền tảng được liên thông",
      "{%92-99}% văn bản giữa các cơ quan là điện tử",
      "thời gian giải quyết tranh chấp giảm {12-40} ngày",
    ],
    cause: [
      "Luật hiện hành được xây dựng khi giao dịch di động chưa phổ biến",
      "quy định nằm ở nhiều luật chuyên ngành",
      "tiêu chuẩn kỹ thuật ban hành chậm",
      "công nghệ ký số từ xa chưa được điều chỉnh",
      "năng lực giám định chứng cứ điện tử hạn chế",
      "chưa có cơ chế thử nghiệm có kiểm soát",
      "thói quen sử dụng giấy của cả hai bên giao dịch",
    ],
    principle: [
      "trung lập về công nghệ",
      "bảo đảm tương đương chức năng giữa bản giấy và bản điện tử",
      "tôn trọng quyền tự nguyện lựa chọn phương tiện giao dịch",
      "bảo vệ bên yếu thế",
      "quản lý theo mức độ rủi ro",
      "phù hợp thông lệ quốc tế",
      "bảo đảm an toàn ngay từ thiết kế",
    ],
    provision: [
      "quy định về thời điểm, địa điểm giao kết",
      "quy định về chữ ký số từ xa",
      "điều kiện kinh doanh dịch vụ tin cậy",
      "quy định về hợp đồng thông minh",
      "quy định về lưu trữ chứng cứ",
      "trách nhiệm của nền tảng trung gian",
      "quy định về công nhận chữ ký số nước ngoài",
    ],
    indicator: [
      "tỷ lệ giao dịch số thành công",
      "mức độ tin cậy của người dùng",
      "tỷ lệ liên thông",
      "tỷ lệ sự cố được xử lý đúng hạn",
      "tỷ lệ dịch vụ trực tuyến toàn trình",
    ],
    risk: [
      "tập trung thị trường vào vài nền tảng lớn",
      "lộ lọt dữ liệu cá nhân",
      "chi phí tuân thủ tăng với doanh nghiệp nhỏ",
      "lạm dụng quyền rút lại",
      "khoảng cách số giữa các vùng",
      "phụ thuộc công nghệ nước ngoài",
    ],
    benefit: [
      "giảm {%32-57}% thời gian giao kết",
      "tiết kiệm {640-1900} tỷ đồng mỗi năm cho doanh nghiệp",
      "tăng niềm tin của người tiêu dùng",
      "tạo thuận lợi cho thương mại xuyên biên giới",
      "giảm tranh chấp về chứng cứ",
      "mở rộng thị trường cho dịch vụ tin cậy",
    ],
  },
};

export const law: StatuteSubject = {
  seed: "transactions-law",
  rules: {
    actor: [
      "bên tham gia giao dịch",
      "tổ chức cung cấp dịch vụ tin cậy",
      "chủ quản nền tảng số",
      "người tiêu dùng",
      "thuê bao chữ ký số",
    ],
    authority: [
      "Bộ Số hóa và Truyền thông",
      "cơ quan quản lý chuyên ngành",
      "Ủy ban nhân dân cấp tỉnh",
      "cơ quan chứng thực quốc gia",
    ],
    data: [
      "thông điệp dữ liệu",
      "dữ liệu giao dịch",
      "nhật ký hệ thống",
      "chứng thư số",
      "dữ liệu định danh",
    ],
    system: [
      "nền tảng giao dịch số",
      "hệ thống thông tin phục vụ giao dịch",
      "hạ tầng chứng thực quốc gia",
      "cổng giám sát dịch vụ tin cậy",
    ],
    principle: [
      "trung lập về công nghệ",
      "tương đương chức năng",
      "tự nguyện, thỏa thuận",
      "quản lý theo rủi ro",
    ],
  },
  chapters: [
    {
      title: "THÔNG ĐIỆP DỮ LIỆU",
      matters: [
        { o: "thông điệp dữ liệu", a: "tạo lập, gửi, nhận thông điệp dữ liệu" },
        { o: "bản chuyển đổi từ văn bản giấy", a: "chuyển đổi văn bản giấy" },
        { o: "dấu thời gian", a: "cấp dấu thời gian" },
      ],
    },
    {
      title: "CHỮ KÝ ĐIỆN TỬ VÀ DỊCH VỤ TIN CẬY",
      matters: [
        { o: "chữ ký số", a: "cấp, sử dụng chữ ký số" },
        { o: "chữ ký số từ xa", a: "ký số từ xa" },
        { o: "dịch vụ tin cậy", a: "cung cấp dịch vụ tin cậy" },
        { o: "chứng thư số nước ngoài", a: "công nhận chứng thư số nước ngoài" },
      ],
    },
    {
      title: "GIAO KẾT VÀ THỰC HIỆN HỢP ĐỒNG SỐ",
      matters: [
        { o: "hợp đồng số", a: "giao kết hợp đồng số" },
        { o: "hợp đồng thực hiện tự động", a: "vận hành hợp đồng tự động" },
        { o: "quyền rút lại", a: "thực hiện quyền rút lại" },
        { o: "chứng từ chuyển nhượng điện tử", a: "chuyển nhượng chứng từ điện tử" },
      ],
    },
    {
      title: "GIAO DỊCH SỐ CỦA CƠ QUAN NHÀ NƯỚC",
      matters: [
        { o: "hồ sơ điện tử của cơ quan nhà nước", a: "tiếp nhận, giải quyết hồ sơ điện tử" },
        { o: "dữ liệu dùng chung", a: "chia sẻ dữ liệu dùng chung" },
        { o: "dữ liệu mở", a: "công bố dữ liệu mở" },
      ],
    },
    {
      title: "NỀN TẢNG SỐ PHỤC VỤ GIAO DỊCH",
      matters: [
        { o: "nền tảng số trung gian", a: "vận hành nền tảng số" },
        { o: "nền tảng số lớn", a: "đăng ký nền tảng số lớn" },
        { o: "tài khoản giao dịch", a: "mở, khóa tài khoản giao dịch" },
      ],
    },
    {
      title: "AN TOÀN, BẢO VỆ NGƯỜI THAM GIA GIAO DỊCH",
      matters: [
        { o: "an toàn giao dịch số", a: "bảo đảm an toàn giao dịch số" },
        { o: "dữ liệu cá nhân trong giao dịch", a: "xử lý dữ liệu cá nhân" },
        { o: "giao dịch của người yếu thế", a: "hỗ trợ người yếu thế giao dịch" },
      ],
    },
    {
      title: "GIẢI QUYẾT TRANH CHẤP VÀ CHỨNG CỨ ĐIỆN TỬ",
      matters: [
        { o: "chứng cứ điện tử", a: "thu thập, bảo quản chứng cứ điện tử" },
        { o: "hòa giải trực tuyến", a: "hòa giải trực tuyến" },
      ],
    },
    {
      title: "QUẢN LÝ NHÀ NƯỚC VỀ GIAO DỊCH SỐ",
      matters: [
        { o: "giao dịch số", a: "quản lý giao dịch số" },
        { o: "cơ chế thử nghiệm có kiểm soát", a: "thử nghiệm có kiểm soát" },
      ],
    },
  ],
};
