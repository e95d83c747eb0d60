/** Hand-overs: papers that a member gives to the own staff to prepare. */
export const handovers = {
  office: {
    title: "Người giúp việc",
    titleOf: "Người giúp việc · {body}",
    explain:
      "Người được chọn cùng đọc, cùng ghi lớp Văn phòng và chuẩn bị tài liệu khi được giao. Không ai được gửi thay.",
    list: "Danh sách người giúp việc",
    nobody: "Chưa chọn người giúp việc.",
    choose: "Người được chọn",
    add: "Thêm người giúp việc",
    remove: "Bỏ",
    removeNamed: "Bỏ {name} khỏi danh sách người giúp việc",
  },
} as const;
