export const room = {
  notOpened: "Phiên họp chưa khai mạc. Bắt đầu lúc {time}, {day}.",
  closed: "Phiên họp đã kết thúc lúc {time}, {day}. Tài liệu chỉ để đọc.",
  gone: "Không còn được xem phiên họp này.",
} as const;
