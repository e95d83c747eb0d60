/** Item 6: three options for the regional minimum wage of 2027. */
import { type Subject, Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, report, reportParts } from "../house";
import { type Block, h, p } from "../press";

const wage: Subject = {
  source: "Hội đồng tiền lương quốc gia; Bộ Lao động và An sinh xã hội.",
  indicators: [
    { name: "Lương tối thiểu vùng I", unit: "nghìn đồng/tháng", from: 4210, to: 4960 },
    {
      name: "Tiền lương bình quân của lao động khu vực doanh nghiệp",
      unit: "nghìn đồng/tháng",
      from: 6120,
      to: 8740,
    },
    { name: "Mức sống tối thiểu bình quân", unit: "nghìn đồng/tháng", from: 4180, to: 5105 },
    { name: "Tỷ lệ doanh nghiệp có công đoàn cơ sở", unit: "%", from: 46.3, to: 58.9 },
    { name: "Năng suất lao động", unit: "triệu đồng/lao động", from: 148, to: 212 },
    { name: "Tỷ lệ lao động được ký hợp đồng", unit: "%", from: 71.2, to: 83.6 },
  ],
  rules: {
    activity: [
      "việc thực hiện lương tối thiểu",
      "đối thoại, thương lượng tập thể",
      "việc điều chỉnh thang lương, bảng lương",
      "công tác điều tra tiền lương",
      "việc tuân thủ pháp luật lao động",
      "hoạt động của Hội đồng tiền lương quốc gia",
      "việc phân vùng áp dụng",
    ],
    problem: [
      "khoảng cách giữa lương tối thiểu và mức sống tối thiểu",
      "chi phí lao động tăng nhanh hơn năng suất ở ngành dệt may",
      "phân vùng chưa theo kịp tốc độ đô thị hóa",
      "doanh nghiệp nhỏ thiếu đơn hàng",
      "một số nơi trả lương bằng phụ cấp để giảm đóng bảo hiểm",
      "lao động phi chính thức chưa được bao phủ",
    ],
    measure: [
      "điều chỉnh lương tối thiểu từ ngày 01 tháng 01 năm 2027",
      "lùi thời điểm áp dụng đến ngày 01 tháng 7 năm 2027",
      "chuyển 14 huyện từ vùng III lên vùng II",
      "hỗ trợ doanh nghiệp nhỏ đào tạo lại lao động",
      "tăng cường thanh tra việc đóng bảo hiểm",
      "công bố mức sống tối thiểu hằng năm",
    ],
    people: [
      "người lao động có thu nhập thấp",
      "doanh nghiệp thâm dụng lao động",
      "lao động nữ",
      "doanh nghiệp nhỏ và vừa",
      "công nhân khu công nghiệp",
      "người sử dụng lao động",
    ],
    result: [
      "{%88-97}% doanh nghiệp trả lương bằng hoặc cao hơn mức tối thiểu",
      "số vụ ngừng việc giảm {%14-39}%",
      "tiền lương bình quân tăng {%5-8}%",
      "{2-4} triệu lao động được hưởng mức mới",
      "năng suất lao động tăng {%4-7}%",
    ],
    cause: [
      "giá tiêu dùng nhóm thực phẩm, nhà ở tăng",
      "năng suất lao động tăng chưa đều giữa các ngành",
      "thương lượng tập thể còn hình thức",
      "dữ liệu tiền lương chưa kịp thời",
      "thị trường xuất khẩu biến động",
    ],
    principle: [
      "hài hòa lợi ích của người lao động và doanh nghiệp",
      "tiến tới bảo đảm mức sống tối thiểu",
      "có lộ trình, dự báo được",
      "phù hợp với khả năng chi trả",
      "không hồi tố",
    ],
    provision: [
      "quy định về phân vùng",
      "quy định về thời điểm áp dụng",
      "quy định về lương giờ",
      "danh mục địa bàn",
      "quy định về lương học nghề, tập nghề",
    ],
    indicator: [
      "tỷ lệ tuân thủ",
      "khả năng chi trả của doanh nghiệp",
      "thu nhập thực tế",
      "tỷ lệ việc làm",
      "sức mua",
    ],
    risk: [
      "cắt giảm lao động ở ngành thâm dụng",
      "tăng giá thành xuất khẩu",
      "chênh lệch giữa các vùng",
      "trả lương dưới mức tại khu vực phi chính thức",
    ],
    benefit: [
      "bù đắp mức tăng giá {%3-4}%",
      "tăng sức mua trong nước",
      "giảm tranh chấp lao động",
      "thu hẹp khoảng cách với mức sống tối thiểu",
      "tăng thu bảo hiểm xã hội {900-1900} tỷ đồng",
    ],
  },
};

const options = [
  ["Vùng I", "4.960", "5.260", "5.310", "5.160"],
  ["Vùng II", "4.410", "4.680", "4.720", "4.590"],
  ["Vùng III", "3.860", "4.090", "4.130", "4.010"],
  ["Vùng IV", "3.450", "3.660", "3.690", "3.590"],
] as const;

const optionTable: Block = {
  kind: "table",
  caption: "Mức lương tối thiểu tháng theo ba phương án",
  unit: "Đơn vị: nghìn đồng/tháng",
  columns: [
    { label: "Vùng", share: 1.2 },
    { label: "Hiện hành", share: 1, align: "right" },
    { label: "Phương án 1\n(+6,0%, từ 01/01)", share: 1.6, align: "right" },
    { label: "Phương án 2\n(+7,0%, từ 01/7)", share: 1.6, align: "right" },
    { label: "Phương án 3\n(+4,0%, từ 01/01)", share: 1.6, align: "right" },
  ],
  rows: options.map((row) => [...row]),
};
const optionChart: Block = {
  kind: "chart",
  look: "bars",
  caption: "Hình A. Lương tối thiểu vùng theo ba phương án",
  unit: "Đơn vị: nghìn đồng/tháng",
  labels: ["Vùng I", "Vùng II", "Vùng III", "Vùng IV"],
  series: [
    { label: "Phương án 1", values: [5260, 4680, 4090, 3660] },
    { label: "Phương án 2", values: [5310, 4720, 4130, 3690] },
    { label: "Phương án 3", values: [5160, 4590, 4010, 3590] },
  ],
  decimal: ",",
};

function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(wage, plan.key);
  return printOfficial(plan, {
    agency: "BLA",
    number: "88/TTr-BLA",
    dated: { day: 13, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về phương án lương tối thiểu vùng năm 2027",
    to: "Chính phủ",
    preamble: [
      p(
        "Hội đồng tiền lương quốc gia đã họp ba phiên; đại diện người lao động đề nghị tăng 7%, đại diện người sử dụng lao động đề nghị tăng 4%, bộ phận kỹ thuật đề xuất 6%. Bộ Lao động và An sinh xã hội kính trình Chính phủ ba phương án.",
      ),
    ],
    parts: reportParts(writer, [
      { title: "I. CĂN CỨ ĐIỀU CHỈNH", share: 2.5, mix: { ...mixes.results, figures: 3 } },
      { title: "II. CÁC PHƯƠNG ÁN", share: 3, blocks: [optionTable], mix: mixes.options },
      { title: "III. ĐÁNH GIÁ TÁC ĐỘNG", share: 2.5, mix: mixes.effects },
      {
        title: "IV. KIẾN NGHỊ",
        share: 1,
        texts: [
          "Bộ đề nghị chọn **Phương án 1:** tăng bình quân 6,0% từ ngày 01 tháng 01 năm 2027.",
        ],
        mix: mixes.duties,
      },
    ]),
    closing: [
      "Bộ Lao động và An sinh xã hội kính trình Chính phủ xem xét, chọn một trong ba phương án.",
    ],
  });
}

function printCouncil(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(wage, plan.key);
  return printOfficial(plan, {
    agency: "BLA",
    number: "27/BC-HĐTL",
    dated: { day: 6, month: 11, year: 2026 },
    form: "BÁO CÁO CỦA HỘI ĐỒNG TIỀN LƯƠNG QUỐC GIA",
    subject: "Khuyến nghị phương án lương tối thiểu vùng năm 2027",
    style: report,
    parts: reportParts(writer, [
      { title: "I. TÌNH HÌNH THỰC HIỆN LƯƠNG TỐI THIỂU NĂM 2026", share: 7, mix: mixes.results },
      { title: "II. MỨC SỐNG TỐI THIỂU VÀ GIÁ CẢ", share: 5, mix: mixes.state },
      { title: "III. KHẢ NĂNG CHI TRẢ CỦA DOANH NGHIỆP", share: 5, mix: mixes.limits },
      { title: "IV. Ý KIẾN CÁC BÊN", share: 5, mix: mixes.views },
      {
        title: "V. BA PHƯƠNG ÁN VÀ KẾT QUẢ BỎ PHIẾU",
        share: 5,
        texts: [
          "Phương án 1 được 9/17 phiếu; Phương án 2 được 5/17 phiếu; Phương án 3 được 3/17 phiếu.",
        ],
        blocks: [optionChart],
        mix: mixes.effects,
      },
      { title: "VI. KHUYẾN NGHỊ", share: 3, mix: mixes.solutions },
    ]),
    closing: ["Hội đồng tiền lương quốc gia báo cáo Chính phủ."],
  });
}

function printOptions(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(wage, plan.key);
  const compare = (
    title: string,
    rows: readonly (readonly [string, string, string, string])[],
  ): Block[] => [
    h(2, title),
    {
      kind: "table",
      columns: [
        { label: "Tiêu chí", share: 2 },
        { label: "Phương án 1", share: 2.4 },
        { label: "Phương án 2", share: 2.4 },
        { label: "Phương án 3", share: 2.4 },
      ],
      rows,
    },
  ];
  return printOfficial(plan, {
    agency: "BLA",
    number: "",
    dated: { day: 13, month: 11, year: 2026 },
    form: "BẢNG SO SÁNH BA PHƯƠNG ÁN",
    subject: "Lương tối thiểu vùng năm 2027",
    preamble: [optionTable, optionChart],
    parts: [
      {
        opening: () =>
          compare("1. Tác động đến người lao động", [
            ["Số người được tăng lương", "2,9 triệu", "3,4 triệu", "1,8 triệu"],
            ["Bù đắp mức tăng giá", "Đủ, dư 2,9%", "Đủ từ tháng 7", "Vừa đủ"],
            [
              "Khoảng cách với mức sống tối thiểu (vùng I)",
              "Vượt 155 nghìn đồng",
              "Vượt 205 nghìn đồng",
              "Vượt 55 nghìn đồng",
            ],
          ]),
        share: 1,
      },
      {
        opening: () =>
          compare("2. Tác động đến doanh nghiệp", [
            ["Chi phí sản xuất chung", "+0,5–0,6%", "+0,3% năm 2027; +0,7% năm 2028", "+0,3–0,4%"],
            ["Ngành dệt may, da giày", "+1,1–1,2%", "+1,3% khi áp dụng đủ năm", "+0,7–0,8%"],
            ["Nguy cơ cắt giảm lao động", "Thấp", "Trung bình", "Rất thấp"],
          ]),
        share: 1,
      },
      {
        opening: () =>
          compare("3. Tác động đến ngân sách và bảo hiểm", [
            ["Thu bảo hiểm xã hội", "+1.420 tỷ đồng", "+860 tỷ đồng năm 2027", "+950 tỷ đồng"],
            ["Chi trợ cấp thất nghiệp", "+38 tỷ đồng", "+52 tỷ đồng", "+19 tỷ đồng"],
          ]),
        share: 1,
      },
      ...reportParts(writer, [{ title: "4. Nhận xét", share: 3, mix: mixes.effects }], 2),
    ],
    closing: ["Bảng so sánh kèm theo Tờ trình số 88/TTr-BLA ngày 13 tháng 11 năm 2026."],
  });
}

const base = { meeting: "november", item: 6 } as const;
export const wagePapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "wage-submission",
    kind: "submission",
    pages: 10,
    fileName: "To-trinh-88-TTr-BLA.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "wage-council",
    kind: "report",
    pages: 34,
    fileName: "Bao-cao-Hoi-dong-tien-luong.pdf",
    title: {
      vi: "Báo cáo của Hội đồng tiền lương quốc gia",
      en: "Report of the National Wage Council",
    },
    print: printCouncil,
  },
  {
    ...base,
    key: "wage-options",
    kind: "comparison",
    pages: 5,
    fileName: "Bang-so-sanh-3-phuong-an.pdf",
    title: { vi: "Bảng so sánh 3 phương án", en: "Comparison of the three options" },
    print: printOptions,
  },
];
