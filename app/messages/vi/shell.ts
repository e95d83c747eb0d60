export const shell = {
  skip: "Tới nội dung chính",
  demo: "HỆ THỐNG MINH HỌA — dữ liệu hư cấu",
  environment: "Môi trường hệ thống",
  plainHttp: "Kết nối không mã hóa",
  navigation: "Điều hướng chính",
  back: "Quay lại",
  search: "Tìm trong mọi tài liệu",
  account: "Tài khoản của {name}",
  accountMenu: {
    title: "Tài khoản",
    settings: "Tài khoản và thiết bị",
    signOut: "Đăng xuất",
  },
  language: { label: "Ngôn ngữ", vi: "Tiếng Việt", en: "English" },
  appearance: {
    theme: "Giao diện",
    system: "Theo thiết bị",
    light: "Sáng",
    dark: "Tối",
    contrast: "Tương phản cao",
    textSize: "Cỡ chữ",
  },
} as const;

export const nav = {
  today: "Việc hôm nay",
  todayShort: "Hôm nay",
  meetings: "Phiên họp",
  journal: "Nhật ký nghiệp vụ",
  journalShort: "Nhật ký",
  account: "Tài khoản",
  offline: "Tài liệu trên máy",
  offlineShort: "Trên máy",
} as const;

export const connection = {
  online: "Đã kết nối",
  slow: "Kết nối chậm",
  reconnecting: "Đang kết nối lại",
  offline: "Mất kết nối",
  label: "Trạng thái kết nối: {state}",
  explain: {
    online: "Thay đổi hiển thị ngay khi xảy ra.",
    slow: "Thay đổi có thể hiển thị chậm vài giây. Biểu quyết vẫn được ghi nhận.",
    reconnecting: "Nội dung đang xem vẫn đọc được. Việc biểu quyết chờ kết nối trở lại.",
    offline: "Nội dung đã mở vẫn đọc được. Không biểu quyết được cho tới khi có kết nối.",
  },
} as const;

export const titles = {
  product: "E-Cabinet",
  signIn: "Đăng nhập",
  today: "Việc hôm nay",
  meetings: "Phiên họp",
  newMeeting: "Tạo phiên họp",
  room: "Phòng họp",
  chair: "Điều hành phiên họp",
  builder: "Chuẩn bị phiên họp",
  attendance: "Điểm danh",
  journal: "Nhật ký",
  result: "Kết quả biểu quyết",
  account: "Tài khoản",
  offline: "Tài liệu trên máy",
  devices: "Thiết bị lưu tài liệu",
  search: "Tìm kiếm",
  error: "Không mở được trang",
} as const;
