/** Wordings of articles, by what an article regulates; `{o}` is the thing regulated, `{a}` the act on it. */
export type Facet = {
  title: string;
  lead?: string;
  clauses: readonly string[];
  points?: readonly string[];
};

export const facets: readonly Facet[] = [
  {
    title: "Nguyên tắc áp dụng đối với {o}",
    clauses: [
      "việc {a} phải tuân thủ Hiến pháp, pháp luật; bảo đảm công khai, minh bạch, bình đẳng giữa các chủ thể.",
      "{principle}; không phân biệt hình thức thực hiện trực tiếp hay từ xa.",
      "trường hợp có quy định khác nhau về {o}, áp dụng quy định tạo thuận lợi hơn cho {actor}.",
      "kết quả {a} của cơ quan có thẩm quyền được cơ quan, tổ chức khác công nhận, không yêu cầu xác nhận lại.",
      "mọi quyết định về {o} phải nêu rõ lý do, căn cứ và người chịu trách nhiệm.",
      "ưu tiên sử dụng dữ liệu đã có của cơ quan nhà nước khi {a}.",
    ],
  },
  {
    title: "Điều kiện đối với {o}",
    lead: "{o} phải đáp ứng đầy đủ các điều kiện sau đây:",
    clauses: [
      "{authority} quy định chi tiết điều kiện nêu tại khoản 1 Điều này phù hợp với từng loại hình và mức độ rủi ro.",
      "{actor} tự đánh giá, công bố việc đáp ứng điều kiện và chịu trách nhiệm về nội dung công bố.",
      "trường hợp thay đổi một trong các điều kiện, {actor} thông báo cho {authority} trong thời hạn {3-10} ngày làm việc.",
      "điều kiện quy định tại Điều này được rà soát ít nhất hai năm một lần.",
    ],
    points: [
      "có chủ thể chịu trách nhiệm rõ ràng, được xác định ngay từ khi hình thành",
      "có phương án bảo đảm an toàn, dự phòng và khôi phục khi có sự cố",
      "phù hợp với quy hoạch, kế hoạch, tiêu chuẩn đã được công bố",
      "được ghi nhận đầy đủ trong {system}",
      "có người quản lý được đào tạo, có kinh nghiệm từ đủ {2-5} năm",
      "không thuộc trường hợp bị đình chỉ, thu hồi theo quy định của pháp luật",
    ],
  },
  {
    title: "Quyền và nghĩa vụ của {actor} đối với {o}",
    lead: "{actor} có các quyền sau đây:",
    clauses: [
      "cung cấp thông tin trung thực, đầy đủ, đúng thời hạn khi {a}; chịu trách nhiệm về tính chính xác của thông tin.",
      "phối hợp với {authority} trong kiểm tra, đối soát {data}.",
      "lưu giữ tài liệu liên quan đến {o} trong thời hạn ít nhất {3-10} năm.",
      "bồi thường thiệt hại thực tế do lỗi của mình gây ra theo quy định của pháp luật dân sự.",
      "thực hiện nghĩa vụ tài chính trong thời hạn {10-30} ngày kể từ ngày nhận được thông báo.",
    ],
    points: [
      "được cung cấp thông tin về trình tự, thời hạn, kết quả {a}",
      "yêu cầu sửa đổi, bổ sung {data} không chính xác",
      "khiếu nại, tố cáo, khởi kiện quyết định, hành vi trái pháp luật",
      "ủy quyền cho tổ chức, cá nhân khác thực hiện",
      "được hỗ trợ kỹ thuật khi {system} gặp sự cố",
      "từ chối cung cấp giấy tờ mà cơ quan nhà nước đã có",
    ],
  },
  {
    title: "Hồ sơ, trình tự {a}",
    lead: "Hồ sơ gồm:",
    clauses: [
      "{actor} nộp hồ sơ trực tuyến hoặc trực tiếp tại {authority}; hồ sơ trực tuyến không phải nộp kèm bản giấy.",
      "trong thời hạn {1-3} ngày làm việc, {authority} kiểm tra tính đầy đủ của hồ sơ và thông báo một lần các nội dung cần bổ sung.",
      "trong thời hạn {5-20} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, {authority} xem xét, quyết định; trường hợp không chấp thuận phải trả lời bằng văn bản và nêu rõ lý do.",
      "trường hợp phải lấy ý kiến cơ quan liên quan, thời gian lấy ý kiến không quá {5-10} ngày làm việc; quá thời hạn mà không trả lời thì coi như đồng ý và phải chịu trách nhiệm.",
      "kết quả {a} được cập nhật vào {system} trong ngày làm việc.",
    ],
    points: [
      "văn bản đề nghị theo mẫu, nêu rõ mục đích và phạm vi",
      "bản thuyết minh, kèm sơ đồ hoặc số liệu kỹ thuật",
      "phương án tổ chức thực hiện và kiểm soát rủi ro",
      "tài liệu chứng minh nguồn lực thực hiện",
      "ý kiến của cơ quan, cộng đồng chịu tác động trực tiếp (nếu có)",
    ],
  },
  {
    title: "Thẩm quyền quyết định về {o}",
    clauses: [
      "{authority} quyết định {a} trong phạm vi được phân cấp và chịu trách nhiệm về quyết định của mình.",
      "trường hợp {o} liên quan đến từ hai địa phương trở lên, cơ quan nơi có phần lớn hơn chủ trì, lấy ý kiến cơ quan còn lại.",
      "không phân cấp, ủy quyền tiếp những nội dung đã được phân cấp, trừ trường hợp luật có quy định khác.",
      "cấp trên có quyền đình chỉ, bãi bỏ quyết định trái pháp luật về {o} và xem xét trách nhiệm người đứng đầu.",
      "người được giao ký quyết định không được là người trực tiếp thẩm định hồ sơ.",
      "quyết định về {o} được gửi đến cơ quan kiểm tra sau trong thời hạn {3-7} ngày làm việc.",
    ],
  },
  {
    title: "Trách nhiệm của cơ quan quản lý đối với {o}",
    lead: "{authority} có trách nhiệm:",
    clauses: [
      "hằng năm, trước ngày 31 tháng 01, {authority} báo cáo Chính phủ tình hình quản lý {o} của năm trước.",
      "cơ quan quản lý không được yêu cầu {actor} cung cấp lại thông tin đã có trong {system}.",
      "kinh phí quản lý {o} do ngân sách nhà nước bảo đảm theo phân cấp.",
      "việc phối hợp giữa các cơ quan thực hiện theo quy chế, trong đó xác định rõ cơ quan chủ trì.",
    ],
    points: [
      "xây dựng, trình ban hành hoặc ban hành theo thẩm quyền văn bản về {o}",
      "hướng dẫn, kiểm tra việc {a}",
      "xây dựng, quản lý, vận hành {system}",
      "đào tạo, bồi dưỡng đội ngũ thực hiện",
      "giải quyết khiếu nại, tố cáo, xử lý vi phạm",
      "thống kê, công bố số liệu về {o} hằng quý",
    ],
  },
  {
    title: "Kiểm tra, giám sát {o}",
    clauses: [
      "{authority} kiểm tra sau đối với {o} định kỳ sáu tháng một lần và đột xuất khi có dấu hiệu vi phạm.",
      "nội dung kiểm tra gồm việc tuân thủ thẩm quyền, trình tự, thời hạn và hiệu quả thực tế của việc {a}.",
      "kết luận kiểm tra được ban hành trong thời hạn {7-15} ngày làm việc kể từ ngày kết thúc kiểm tra và được công khai.",
      "cơ quan dân cử, tổ chức xã hội và người dân giám sát {o} thông qua {system}.",
      "số lần kiểm tra theo kế hoạch đối với một {actor} không quá một lần trong năm.",
      "dữ liệu kiểm tra được đối chiếu tự động với {data} trước khi kiểm tra trực tiếp.",
    ],
  },
  {
    title: "Tạm đình chỉ, thu hồi, chấm dứt {o}",
    lead: "Việc tạm đình chỉ được áp dụng trong các trường hợp:",
    clauses: [
      "thời hạn tạm đình chỉ không quá {30-90} ngày; trong thời hạn này {actor} phải khắc phục và báo cáo.",
      "quyết định thu hồi được gửi cho {actor} và công bố trên {system} trong thời hạn {1-3} ngày làm việc.",
      "trước khi thu hồi, {authority} phải thông báo và cho {actor} giải trình trong thời hạn không quá {10-20} ngày.",
      "việc chấm dứt không làm mất hiệu lực các giao dịch, quyết định đã được xác lập hợp pháp trước đó.",
      "{actor} bàn giao {data} cho cơ quan tiếp nhận trong thời hạn {10-30} ngày.",
    ],
    points: [
      "không còn đáp ứng một trong các điều kiện theo quy định",
      "có sai sót trong hồ sơ làm ảnh hưởng đến kết quả {a}",
      "không chấp hành yêu cầu kiểm tra, báo cáo từ hai lần trở lên",
      "có nguy cơ gây thiệt hại cho lợi ích công cộng",
    ],
  },
  {
    title: "Công khai thông tin về {o}",
    clauses: [
      "quyết định, kết quả {a} được công khai trên {system} trong thời hạn {3-7} ngày làm việc, trừ nội dung thuộc bí mật nhà nước, bí mật kinh doanh.",
      "thông tin công khai phải ở định dạng máy đọc được, miễn phí và được lưu giữ ít nhất {5-10} năm.",
      "{actor} có quyền yêu cầu đính chính thông tin công khai sai; {authority} trả lời trong thời hạn {3-5} ngày làm việc.",
      "việc công khai không thay thế nghĩa vụ thông báo trực tiếp cho người có quyền lợi liên quan.",
      "{authority} công bố báo cáo tổng hợp về {o} trước ngày 15 tháng đầu mỗi quý.",
    ],
  },
  {
    title: "Lưu trữ, bảo quản {data} về {o}",
    clauses: [
      "{data} được lưu giữ toàn vẹn, có thể truy cập và sử dụng để đối chiếu trong suốt thời hạn lưu trữ.",
      "thời hạn lưu trữ tối thiểu là {5-20} năm kể từ ngày kết thúc {a}, trừ trường hợp pháp luật về lưu trữ quy định dài hơn.",
      "việc chuyển đổi hình thức lưu trữ phải bảo đảm nội dung không thay đổi và ghi nhận thời điểm chuyển đổi.",
      "người được giao bảo quản chịu trách nhiệm về việc truy cập trái phép, làm sai lệch hoặc mất mát.",
      "khi tổ chức lại cơ quan, {data} được bàn giao đầy đủ, có biên bản và đối soát điện tử.",
    ],
  },
  {
    title: "Xử lý sự cố, tranh chấp liên quan đến {o}",
    clauses: [
      "khi phát hiện sự cố, {actor} thông báo ngay và không muộn hơn {4-24} giờ cho {authority}.",
      "{authority} chủ trì đánh giá mức độ, áp dụng biện pháp khẩn cấp và thông báo cho người bị ảnh hưởng.",
      "các bên ưu tiên thương lượng, hòa giải; trường hợp không đạt thỏa thuận, tranh chấp được giải quyết tại trọng tài hoặc tòa án.",
      "trong thời gian giải quyết tranh chấp, {data} liên quan được giữ nguyên trạng.",
      "chi phí khắc phục sự cố do bên có lỗi chịu; trường hợp bất khả kháng, thực hiện theo thỏa thuận hoặc quy định của pháp luật.",
    ],
  },
  {
    title: "Những việc không được làm trong {a}",
    lead: "Nghiêm cấm các hành vi sau đây:",
    clauses: [
      "tổ chức, cá nhân vi phạm quy định tại khoản 1 Điều này thì tùy tính chất, mức độ bị xử lý kỷ luật, xử phạt vi phạm hành chính hoặc truy cứu trách nhiệm hình sự.",
      "người tố giác hành vi vi phạm được bảo vệ theo quy định của pháp luật.",
      "{authority} công bố công khai hành vi vi phạm đã có kết luận.",
    ],
    points: [
      "làm sai lệch, giả mạo, hủy hoại {data}",
      "lợi dụng việc {a} để trục lợi, cản trở hoạt động hợp pháp của người khác",
      "yêu cầu thêm giấy tờ, điều kiện ngoài quy định",
      "tiết lộ thông tin riêng của {actor} khi chưa được đồng ý",
      "trì hoãn, né tránh trách nhiệm được giao",
    ],
  },
  {
    title: "Yêu cầu kỹ thuật và dữ liệu đối với {o}",
    clauses: [
      "{system} phải bảo đảm hoạt động liên tục, tỷ lệ sẵn sàng không thấp hơn {%98-99}% tính theo tháng.",
      "{data} được mã hóa khi truyền, ghi nhận nhật ký truy cập và thời điểm theo nguồn thời gian chuẩn quốc gia.",
      "việc kết nối, chia sẻ thực hiện qua nền tảng dùng chung; không xây dựng trùng lặp.",
      "{authority} ban hành quy chuẩn kỹ thuật trong thời hạn {6-12} tháng kể từ ngày văn bản này có hiệu lực.",
      "{actor} được lựa chọn công nghệ, miễn là đáp ứng yêu cầu về kết quả.",
      "phần mềm phục vụ {a} phải được đánh giá an toàn trước khi đưa vào sử dụng và định kỳ {12-24} tháng một lần.",
    ],
  },
  {
    title: "Chi phí, nguồn lực cho {o}",
    clauses: [
      "chi phí {a} do bên đề nghị chi trả theo giá được niêm yết công khai, trừ trường hợp được miễn.",
      "miễn chi phí đối với hộ nghèo, người khuyết tật và đồng bào ở xã đặc biệt khó khăn.",
      "ngân sách nhà nước bảo đảm kinh phí xây dựng, duy trì {system}.",
      "{authority} được thuê dịch vụ để thực hiện một phần công việc, nhưng không chuyển giao trách nhiệm.",
      "mức chi được rà soát {1-3} năm một lần theo biến động giá.",
    ],
  },
];

export const reasons = [
  "Rút ngắn thời hạn, phù hợp kết quả tổng kết thi hành.",
  "Bổ sung để khắc phục khoảng trống của quy định hiện hành.",
  "Thống nhất với pháp luật về tổ chức chính quyền địa phương.",
  "Làm rõ cơ quan chịu trách nhiệm, tránh chồng chéo.",
  "Tiếp thu ý kiến thẩm định của Bộ Tư pháp.",
  "Cắt giảm thành phần hồ sơ đã có trong cơ sở dữ liệu.",
  "Luật hóa quy định đã thực hiện ổn định ở văn bản dưới luật.",
  "Tăng cường kiểm tra sau thay cho kiểm tra trước.",
  "Bảo vệ tốt hơn quyền của người yếu thế.",
  "Tiếp thu ý kiến của địa phương, bảo đảm khả thi.",
  "Phù hợp với thông lệ quốc tế và cam kết đã ký.",
  "Chỉnh lý kỹ thuật, không thay đổi chính sách.",
] as const;
