/** Recusals: who does not take part in an item because of an own interest. */
export const recusals = {
  declare: "Không tham gia nội dung này",
  declareExplain:
    "Dùng khi có lợi ích liên quan đến nội dung. Chủ tọa quyết định mức độ không tham gia; lý do chỉ người điều hành phiên họp đọc được.",
  declared: "Đã báo có lợi ích liên quan.",
  line: "Có lợi ích liên quan:",
  undecided: "chờ chủ tọa quyết định",
  degree: {
    declared: "vẫn tham gia",
    no_vote: "không biểu quyết",
    no_floor: "không phát biểu, không biểu quyết",
    excluded: "không tham gia",
  },
  withheld: "Nội dung {numbers}: không tham gia do xung đột lợi ích.",
  own: {
    no_vote: "Không biểu quyết nội dung này do có lợi ích liên quan.",
    no_floor: "Không phát biểu và không biểu quyết nội dung này do có lợi ích liên quan.",
    declared: "Đã báo có lợi ích liên quan; vẫn tham gia nội dung này.",
  },
  decide: "Lợi ích liên quan…",
  decideTitle: "Không tham gia do xung đột lợi ích",
  who: "Thành viên",
  whoMissing: "Chọn thành viên.",
  howFar: "Mức độ",
  degreeChoice: {
    declared: "Vẫn tham gia",
    no_vote: "Không biểu quyết",
    no_floor: "Không phát biểu, không biểu quyết",
    excluded: "Không tham gia nội dung",
  },
  degreeExplain: {
    declared: "Đọc tài liệu, phát biểu và biểu quyết như mọi thành viên.",
    no_vote: "Không có trong danh sách biểu quyết, không tính vào số có mặt của nội dung.",
    no_floor: "Như trên, và không phát biểu về nội dung.",
    excluded:
      "Không thấy nội dung, tài liệu và ý kiến cho đến khi kết thúc nội dung; ghi vào biên bản.",
  },
  givenReason: "Lý do đã nêu: {reason}",
  confirm: "Quyết định",
  decided: "Đã ghi quyết định.",
  tag: "Lợi ích liên quan: {n}",
} as const;
