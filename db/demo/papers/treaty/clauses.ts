/** Clauses of the treaty in both languages; `{field}` stands for the field of co-operation. */
export type TwoTongues = { vi: string; en: string };

export const fields: readonly TwoTongues[] = [
  { vi: "đào tạo giáo viên", en: "teacher education" },
  { vi: "trao đổi sinh viên", en: "student exchange" },
  { vi: "công nhận văn bằng", en: "recognition of qualifications" },
  { vi: "giáo dục nghề nghiệp", en: "vocational education" },
  { vi: "dạy và học ngôn ngữ", en: "language teaching" },
  { vi: "nghiên cứu khoa học chung", en: "joint research" },
  { vi: "học bổng chính phủ", en: "government scholarships" },
  { vi: "giáo dục mầm non", en: "early childhood education" },
  { vi: "giáo dục hòa nhập", en: "inclusive education" },
  { vi: "học liệu số", en: "digital learning materials" },
  { vi: "kiểm định chất lượng", en: "quality assurance" },
  { vi: "thư viện và lưu trữ", en: "libraries and archives" },
  { vi: "thể thao học đường", en: "school sports" },
  { vi: "trao đổi giảng viên", en: "exchange of lecturers" },
  { vi: "quản trị đại học", en: "university governance" },
  { vi: "giáo dục thường xuyên", en: "lifelong learning" },
  { vi: "bảo vệ người học", en: "protection of learners" },
  { vi: "y tế trường học", en: "school health" },
];

export const clauses: readonly TwoTongues[] = [
  {
    vi: "Hai Bên thúc đẩy hợp tác trong lĩnh vực {field} trên cơ sở bình đẳng, cùng có lợi và tôn trọng pháp luật của mỗi Bên.",
    en: "The Parties shall promote co-operation in {field} on the basis of equality, mutual benefit and respect for the laws of each Party.",
  },
  {
    vi: "Mỗi Bên chỉ định một cơ quan đầu mối về {field} và thông báo cho Bên kia qua đường ngoại giao trong vòng sáu mươi (60) ngày.",
    en: "Each Party shall designate a focal authority for {field} and notify the other Party through diplomatic channels within sixty (60) days.",
  },
  {
    vi: "Hằng năm, mỗi Bên tiếp nhận đến {n} người của Bên kia theo chương trình về {field}; Bên tiếp nhận miễn học phí.",
    en: "Each year, each Party shall receive up to {n} persons of the other Party under programmes on {field}; the receiving Party shall waive tuition fees.",
  },
  {
    vi: "Chi phí đi lại quốc tế do Bên cử đi chịu; chi phí ăn, ở trong thời gian thực hiện hoạt động về {field} do Bên tiếp nhận bảo đảm theo mức quy định trong nước.",
    en: "International travel shall be borne by the sending Party; board and lodging during activities on {field} shall be provided by the receiving Party at its domestic rates.",
  },
  {
    vi: "Hai Bên trao đổi thông tin, tài liệu, thống kê về {field} ít nhất {m} lần mỗi năm.",
    en: "The Parties shall exchange information, materials and statistics on {field} at least {m} times a year.",
  },
  {
    vi: "Kết quả chung về {field} thuộc sở hữu của cả hai Bên theo tỷ lệ đóng góp, trừ khi có thỏa thuận khác bằng văn bản.",
    en: "Joint results on {field} shall be owned by both Parties in proportion to their contributions, unless otherwise agreed in writing.",
  },
  {
    vi: "Dữ liệu cá nhân được trao đổi để thực hiện hợp tác về {field} chỉ dùng đúng mục đích và được xóa khi mục đích đã đạt.",
    en: "Personal data exchanged for co-operation in {field} shall be used only for that purpose and erased once it has been achieved.",
  },
  {
    vi: "Người tham gia chương trình về {field} tôn trọng pháp luật, phong tục của nước tiếp nhận và được bảo đảm an toàn, chăm sóc y tế khẩn cấp.",
    en: "Participants in programmes on {field} shall respect the laws and customs of the receiving country and shall be assured of safety and emergency medical care.",
  },
  {
    vi: "Hai Bên tổ chức hội thảo chung về {field} luân phiên tại mỗi nước, {m} năm một lần.",
    en: "The Parties shall hold a joint seminar on {field}, alternating between the two countries, once every {m} years.",
  },
  {
    vi: "Các cơ sở giáo dục của hai nước được ký thỏa thuận thực hiện về {field} trong khuôn khổ Hiệp định này.",
    en: "Educational institutions of the two countries may conclude implementing arrangements on {field} within the framework of this Agreement.",
  },
  {
    vi: "Việc đánh giá hợp tác về {field} do Ủy ban hỗn hợp thực hiện và công bố bằng hai ngôn ngữ.",
    en: "Co-operation in {field} shall be evaluated by the Joint Committee, whose findings shall be published in both languages.",
  },
  {
    vi: "Khó khăn phát sinh trong lĩnh vực {field} được giải quyết bằng tham vấn; thời hạn tham vấn không quá {n} ngày.",
    en: "Difficulties arising in {field} shall be settled by consultation, which shall not exceed {n} days.",
  },
];
