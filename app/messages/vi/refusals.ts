/** One sentence for each expected "no": what stands in the way, and what to do where something can be done. */
import type { RefusalCode } from "../../../domain/refusals";

type Flat = Exclude<RefusalCode, `${string}.${string}`>;
type Noun = RefusalCode extends infer Code
  ? Code extends `${infer N}.${string}`
    ? N
    : never
  : never;
type Reasons<N extends string> = RefusalCode extends infer Code
  ? Code extends `${N}.${infer Reason}`
    ? Reason
    : never
  : never;
/** Every code has a sentence: a new code is a compile error here and in the English file. */
type RefusalSentences = { [Code in Flat]: string } & {
  [N in Noun]: { [Reason in Reasons<N>]: string };
};

export const refusals = {
  unknown: "Chưa thực hiện được. Mã: {code}",
  no_answer: "Máy chủ chưa trả lời. Kiểm tra kết nối rồi gửi lại.",
  invalid: "Có thông tin chưa hợp lệ. Vui lòng kiểm tra lại các ô được đánh dấu.",
  not_found: "Không tìm thấy, hoặc không có quyền xem.",
  forbidden: "Không có quyền thực hiện thao tác này.",
  unauthenticated: "Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại.",
  command_id_reused:
    "Thao tác này trùng mã với một thao tác khác. Vui lòng tải lại trang rồi thử lại.",
  too_late: "Yêu cầu tới máy chủ quá muộn và không được thực hiện. Vui lòng gửi lại nếu vẫn cần.",
  busy: "Máy chủ đang bận. Vui lòng thử lại sau ít giây.",
  rate_limited: "Thao tác quá nhanh. Vui lòng thử lại sau ít giây.",
  agenda: {
    item_unknown: "Nội dung này không còn trong chương trình.",
    item_exists: "Nội dung này đã có trong chương trình.",
    parent_unknown: "Nội dung chính không còn trong chương trình.",
    too_deep: "Chương trình chỉ có hai cấp: nội dung và phần của nội dung.",
    grade_unknown: "Độ mật này không có trong quy chế của cơ quan.",
    item_published: "Nội dung đã phát hành thì không xóa được; có thể rút khỏi chương trình.",
    item_in_course: "Nội dung đang họp hoặc đã kết luận thì không sửa được.",
    stale: "Nội dung vừa được người khác cập nhật. Vui lòng xem lại trước khi lưu.",
  },
  item: {
    not_published: "Nội dung này chưa được phát hành.",
    another_is_current: "Đang họp một nội dung khác. Kết luận hoặc tạm dừng nội dung đó trước.",
    not_current: "Nội dung này không phải là nội dung đang họp.",
    not_callable: "Nội dung này không chuyển sang họp được.",
    concluded: "Nội dung này đã kết luận.",
    not_concluded: "Nội dung này chưa kết luận.",
    resubmission_date_missing: "Nội dung không được thông qua cần có ngày trình lại.",
    ballot_running: "Biểu quyết về nội dung này chưa công bố kết quả.",
  },
  document: {
    unknown: "Tài liệu này không còn.",
    item_unknown: "Nội dung của tài liệu không còn trong chương trình.",
    grade_unknown: "Độ mật này không có trong quy chế của cơ quan.",
    above_ceiling:
      "Không được đưa tài liệu ở độ mật này lên hệ thống. Ghi nhận là tài liệu giấy, phát tại phiên họp.",
    version_not_ready: "Tệp chưa kiểm tra xong.",
    version_used: "Tệp này đã được gắn vào một tài liệu khác.",
    exists: "Tài liệu này đã có.",
    paper_only: "Đây là tài liệu giấy, không nhận tệp.",
    version_exists: "Tệp này đã được tải lên.",
    file_name_missing: "Tệp không có tên.",
    too_large: "Tệp lớn hơn mức cho phép.",
    empty_file: "Tệp rỗng.",
    not_a_pdf: "Tệp không phải PDF hợp lệ.",
    truncated: "Tệp PDF bị cắt cụt. Vui lòng xuất lại rồi tải lên.",
    damaged: "Tệp bị hỏng hoặc bị cắt cụt, không mở được. Vui lòng xuất lại rồi tải lên.",
    password_protected: "Tệp PDF có mật khẩu. Vui lòng gỡ mật khẩu rồi tải lên.",
    no_pages: "Tệp PDF không có trang nào.",
    too_many_pages: "Tệp PDF có quá nhiều trang.",
    check_timed_out: "Kiểm tra tệp mất quá nhiều thời gian. Vui lòng thử lại.",
    check_failed: "Chưa kiểm tra được tệp. Vui lòng thử lại.",
    upload_interrupted: "Tải lên bị gián đoạn. Vui lòng thử lại.",
    not_as_named:
      "Nội dung tệp không đúng với phần mở rộng của tên, hoặc tệp có mật khẩu. Vui lòng xuất ra PDF rồi tải lên.",
    kind_not_taken:
      "Không nhận tệp loại này. Vui lòng lưu thành DOCX, XLSX, PPTX hoặc PDF, không kèm macro, rồi tải lên.",
    no_converter:
      "Máy chủ chưa có chương trình chuyển tệp văn phòng sang PDF. Vui lòng xuất ra PDF rồi tải lên.",
    conversion_failed: "Không chuyển được tệp sang PDF. Vui lòng xuất ra PDF rồi tải lên.",
    conversion_timed_out:
      "Chuyển tệp sang PDF mất quá nhiều thời gian. Vui lòng xuất ra PDF rồi tải lên.",
    conversion_too_heavy:
      "Tệp quá lớn để chuyển sang PDF trên máy chủ. Vui lòng xuất ra PDF rồi tải lên.",
  },
  meeting: {
    exists: "Phiên họp này đã có.",
    body_unknown: "Cơ quan này không còn.",
    stale: "Thông tin phiên họp vừa được người khác cập nhật. Vui lòng xem lại trước khi lưu.",
    wrong_phase: "Phiên họp không ở trạng thái cho phép thao tác này.",
    pack_incomplete: "Còn thiếu những mục phải có trước khi trình.",
    approval_missing: "Chương trình chưa được phê duyệt.",
    nothing_to_publish: "Không có thay đổi nào để phát hành.",
    item_current: "Một nội dung đang họp. Kết luận hoặc tạm dừng nội dung đó trước.",
    ballot_running: "Biểu quyết chưa công bố kết quả.",
    person_needed: "Thao tác này cần một người thực hiện.",
  },
  presiding: {
    not_a_member: "Chỉ thành viên được phân công chủ trì.",
    item_unknown: "Nội dung này không còn trong chương trình.",
  },
  attendance: {
    unknown: "Người này không có trong thành phần dự họp.",
    exists: "Giấy mời này đã có.",
    not_own: "Chỉ người được mời tự trả lời giấy mời của mình.",
    item_unknown: "Nội dung mời không còn trong chương trình.",
    already_invited: "Người này đã được mời.",
    is_a_seat: "Thành viên được mời theo chức vụ, không gỡ được.",
    has_attended: "Người đã dự họp thì không gỡ khỏi thành phần được.",
    not_sent: "Giấy mời chưa được phát hành.",
    already_answered: "Giấy mời đã được trả lời.",
    no_absence_asked: "Thành viên này không xin vắng mặt.",
    no_substitutes: "Quy chế của cơ quan không có người dự họp thay.",
    substitute_is_member: "Thành viên không dự họp thay thành viên khác.",
    not_a_member: "Chỉ thành viên cử được người dự họp thay.",
    member_is_here: "Thành viên đang có mặt.",
    unchanged: "Trạng thái này đã được ghi nhận.",
  },
  body: {
    exists: "Cơ quan này đã có.",
    unknown: "Cơ quan này không còn.",
    rules_exist: "Đã có quy chế có hiệu lực từ ngày này.",
    answers_doubled: "Hai câu trả lời biểu quyết trùng ý nghĩa.",
    answers_incomplete: "Biểu quyết phải có cả câu trả lời tán thành và không tán thành.",
    own_parent: "Cơ quan không trực thuộc chính mình.",
  },
  agency: {
    exists: "Đơn vị này đã có.",
    unknown: "Đơn vị này không còn.",
    code_taken: "Mã đơn vị đã được dùng.",
    dissolved: "Đơn vị này đã kết thúc hoạt động.",
    merged_into_itself: "Đơn vị không sáp nhập vào chính mình.",
  },
  membership: {
    exists: "Tư cách thành viên này đã có.",
    unknown: "Tư cách thành viên này không còn.",
    order_taken: "Vị trí này đã có thành viên khác.",
    person_seated: "Người này đã là thành viên.",
    head_taken: "Cơ quan đã có người đứng đầu.",
    ended: "Tư cách thành viên này đã kết thúc.",
  },
  office: {
    not_staff: "Người này không có vai trò thư ký của thành viên.",
    person_needed: "Chỉ thành viên chọn được người giúp việc.",
  },
  role: {
    exists: "Vai trò này đã được giao.",
    unknown: "Vai trò này không còn.",
    held: "Người này đang giữ vai trò này.",
    revoked: "Vai trò này đã được thu hồi.",
  },
  term: { ends_before_start: "Ngày kết thúc phải sau ngày bắt đầu." },
  ballot: {
    exists: "Lần biểu quyết này đã có.",
    unknown: "Lần biểu quyết này không còn.",
    item_unknown: "Nội dung biểu quyết không còn trong chương trình.",
    item_not_current: "Chỉ biểu quyết về nội dung đang họp.",
    not_prepared: "Lần biểu quyết này đã mở.",
    another_open: "Một lần biểu quyết khác đang mở.",
    no_quorum: "Không đủ thành phần để biểu quyết.",
    not_open: "Biểu quyết chưa mở.",
    closed: "Đã hết thời gian biểu quyết. Phiếu không được tính.",
    time_over: "Đã hết thời gian biểu quyết. Phiếu không được tính.",
    time_not_over: "Chưa hết thời gian biểu quyết.",
    not_on_roll: "Không thuộc danh sách thành viên có quyền biểu quyết nội dung này.",
    not_present: "Cần điểm danh có mặt trước khi biểu quyết.",
    not_in_room: "Quy chế chỉ cho biểu quyết tại phòng họp.",
    answer_unknown: "Câu trả lời này không có trong lần biểu quyết.",
    no_change_allowed: "Quy chế không cho thay đổi phiếu đã ghi nhận.",
    unchanged: "Phiếu này đã được ghi nhận.",
    not_closed: "Biểu quyết chưa kết thúc.",
    not_voidable: "Kết quả này không hủy được.",
  },
  handover: {
    exists: "Việc giao này đã có.",
    unknown: "Việc giao này không còn.",
    not_named: "Chỉ giao được cho người giúp việc đã chọn ở trang Tài khoản.",
    paper_withheld:
      "Không giao được tài liệu của nội dung họp kín, tài liệu có độ mật, tài liệu giấy hoặc tài liệu chưa phát hành.",
    running: "Người này đang chuẩn bị tài liệu này.",
    finished: "Việc này đã được báo chuẩn bị xong.",
    person_needed: "Chỉ thành viên giao được việc chuẩn bị.",
  },
  recusal: {
    item_unknown: "Nội dung này không có trong chương trình.",
    item_over: "Nội dung đã kết thúc.",
    ballot_running: "Nội dung đang biểu quyết. Thực hiện sau khi công bố kết quả.",
    declared_already: "Đã báo có lợi ích liên quan đến nội dung này.",
    not_on_list: "Chỉ ghi cho thành viên hoặc người dự thay của phiên họp.",
    presides: "Người chủ trì nội dung phải giao quyền chủ trì trước khi không tham gia.",
    unchanged: "Mức độ này đã được quyết định.",
  },
  marks: {
    gap: "Thiếu phần ghi trước đó. Thiết bị sẽ gửi lại.",
    too_large: "Nội dung ghi quá lớn (tối đa 64 KB). Hãy chia thành nhiều phần.",
    unreadable: "Dữ liệu ghi chú không đọc được nên không được lưu trên máy chủ.",
    foreign_client: "Thiết bị chưa được cấp quyền ghi vào tài liệu này. Thiết bị sẽ kết nối lại.",
    read_only: "Lớp ghi chú này chỉ được xem.",
    full: "Đã đạt số ghi chú tối đa trên tài liệu này. Hãy xóa bớt trước khi ghi thêm.",
  },
} as const satisfies RefusalSentences & { unknown: string; no_answer: string };
