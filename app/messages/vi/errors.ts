/** The faces of pages that could not be shown. */
export const errors = {
  reference: "Mã tham chiếu khi liên hệ hỗ trợ: {ref}",
  home: "Về Việc hôm nay",
  reload: "Tải lại trang",
  forbidden: {
    title: "Không có quyền xem trang này",
    body: "Liên hệ thư ký phiên họp hoặc Văn phòng nếu cần được cấp quyền.",
  },
  notFound: {
    title: "Không tìm thấy, hoặc không có quyền xem",
    body: "Đường dẫn có thể đã thay đổi, hoặc nội dung chỉ dành cho người được mời.",
  },
  tooMany: {
    title: "Thao tác quá nhanh",
    body: "Vui lòng chờ một phút rồi thử lại. Nội dung đã lưu không bị ảnh hưởng.",
  },
  tooLarge: {
    title: "Tệp vượt giới hạn",
    body: "Tệp lớn hơn mức cho phép của hệ thống này.",
  },
  conflict: {
    title: "Nội dung vừa được người khác cập nhật",
    body: "Vui lòng xem lại trước khi lưu.",
  },
  maintenance: {
    title: "Hệ thống đang khởi động lại",
    body: "Trang tự mở lại sau ít giây. Những gì đã được ghi nhận vẫn nguyên vẹn.",
  },
  unexpected: {
    title: "Không mở được trang",
    body: "Lỗi đã được ghi lại. Những gì đã được ghi nhận vẫn nguyên vẹn.",
  },
  plainHttp: {
    title: "Cần kết nối được mã hóa",
    body: "Hệ thống này chỉ nhận kết nối https. Mở lại bằng địa chỉ bắt đầu bằng https, hoặc liên hệ quản trị hệ thống.",
  },
  offline: {
    title: "Không tới được máy chủ",
    body: "Kiểm tra mạng của thiết bị rồi thử lại.",
  },
} as const;
