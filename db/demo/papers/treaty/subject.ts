/** Item 8: co-operation in education with another country. */
import type { Subject } from "../grammar";

export const education: Subject = {
  source: "Bộ Giáo dục và Đào tạo; Bộ Ngoại giao.",
  indicators: [
    { name: "Số người học trao đổi giữa hai nước", unit: "người", from: 86, to: 312 },
    { name: "Thời gian bình quân công nhận văn bằng", unit: "ngày", from: 96, to: 74 },
    { name: "Số thỏa thuận giữa các trường đại học", unit: "thỏa thuận", from: 34, to: 148 },
    { name: "Tỷ lệ học bổng được sử dụng", unit: "%", from: 61.5, to: 88.4 },
    { name: "Số giảng viên trao đổi", unit: "người", from: 41, to: 173 },
  ],
  rules: {
    activity: [
      "việc trao đổi người học",
      "việc công nhận văn bằng",
      "hợp tác giữa các trường đại học",
      "công tác cấp học bổng",
      "việc dạy ngôn ngữ của hai nước",
      "hoạt động của Ủy ban hỗn hợp",
      "công tác quản lý lưu học sinh",
    ],
    problem: [
      "thời gian công nhận văn bằng còn dài",
      "chỉ tiêu học bổng sử dụng chưa hết",
      "thông tin đến người học chưa đầy đủ",
      "chương trình đào tạo hai bên chưa tương thích tín chỉ",
      "chưa có cơ chế bảo hiểm y tế cho người học",
    ],
    measure: [
      "công bố chỉ tiêu học bổng trước tháng 3 hằng năm",
      "rút thời hạn công nhận văn bằng còn 30 ngày",
      "chỉ định cơ quan đầu mối và thông báo qua đường ngoại giao",
      "ban hành hướng dẫn thực hiện Hiệp định trong 90 ngày",
      "công nhận lẫn nhau kết quả kiểm định chất lượng",
      "bố trí kinh phí 36 tỷ đồng trong dự toán hằng năm",
      "tổ chức phiên họp đầu tiên của Ủy ban hỗn hợp",
    ],
    people: [
      "lưu học sinh",
      "giảng viên",
      "cơ sở giáo dục đại học",
      "gia đình người học",
      "nhà tuyển dụng",
      "cơ quan đại diện ở nước ngoài",
    ],
    result: [
      "{12-19} trường đại học đã ký thỏa thuận",
      "số người học tăng {%12-28}%",
      "{%81-94}% người học hoàn thành chương trình đúng hạn",
      "{24-52} đề tài nghiên cứu chung được thực hiện",
    ],
    cause: [
      "thiếu khuôn khổ cấp chính phủ",
      "quy trình công nhận thực hiện từng trường hợp",
      "năm học hai nước bắt đầu khác nhau",
      "chưa có đầu mối thống nhất",
      "thông tin phân tán ở nhiều cơ quan",
    ],
    principle: [
      "bảo đảm bình đẳng, cùng có lợi, tôn trọng pháp luật của mỗi bên",
      "bảo đảm có đi có lại về học phí và học bổng",
      "bảo vệ quyền lợi người học",
      "gắn đào tạo với nhu cầu nhân lực",
      "bảo vệ dữ liệu cá nhân của người tham gia",
    ],
    provision: [
      "quy định về công nhận văn bằng",
      "quy chế học bổng",
      "quy định về tài chính của Hiệp định",
      "điều khoản giải quyết bất đồng",
      "quy định về bảo hiểm của người học",
    ],
    indicator: [
      "tỷ lệ hoàn thành chương trình",
      "tỷ lệ sử dụng học bổng",
      "mức độ hài lòng của người học",
      "tỷ lệ có việc làm sau tốt nghiệp",
    ],
    risk: [
      "mất cân đối số người học giữa hai bên",
      "chi phí phát sinh do tỷ giá",
      "người học không trở về đúng hạn",
      "khác biệt về chuẩn đầu ra",
    ],
    benefit: [
      "tạo cơ hội cho khoảng 420 người học mỗi năm",
      "rút ngắn thời gian công nhận văn bằng còn 30 ngày",
      "nâng chất lượng nhân lực",
      "củng cố quan hệ hữu nghị giữa hai nước",
    ],
  },
};
