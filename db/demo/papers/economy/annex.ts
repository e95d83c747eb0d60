/** The annex of figures: one table a page, 34 localities, totals that add up. */
import { decimal, grouped, localities, seeded, Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, reportParts, tabular } from "../house";
import { h, type Part, p, type Row } from "../press";
import { economy } from "./subject";

/** name, unit, size of an average locality in a month, whether it adds up over localities */
const tables: readonly (readonly [string, string, number])[] = [
  ["Giá trị sản xuất công nghiệp", "tỷ đồng", 5200],
  ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", "tỷ đồng", 4100],
  ["Thu ngân sách trên địa bàn", "tỷ đồng", 1840],
  ["Chi đầu tư phát triển", "tỷ đồng", 910],
  ["Chi thường xuyên", "tỷ đồng", 1260],
  ["Giải ngân vốn ngân sách trung ương", "tỷ đồng", 310],
  ["Giải ngân vốn ngân sách địa phương", "tỷ đồng", 480],
  ["Giải ngân chương trình mục tiêu quốc gia", "tỷ đồng", 64],
  ["Kim ngạch xuất khẩu", "nghìn đơn vị tính", 103000],
  ["Kim ngạch nhập khẩu", "nghìn đơn vị tính", 98000],
  ["Vốn đầu tư nước ngoài thực hiện", "nghìn đơn vị tính", 5100],
  ["Doanh nghiệp thành lập mới", "doanh nghiệp", 164],
  ["Doanh nghiệp quay trở lại hoạt động", "doanh nghiệp", 58],
  ["Doanh nghiệp tạm ngừng hoạt động", "doanh nghiệp", 71],
  ["Vốn đăng ký của doanh nghiệp mới", "tỷ đồng", 1730],
  ["Số lao động đăng ký của doanh nghiệp mới", "người", 1480],
  ["Diện tích gieo cấy lúa", "ha", 9800],
  ["Sản lượng lúa thu hoạch", "tấn", 56400],
  ["Diện tích cây lâu năm", "ha", 4300],
  ["Số lượng đàn lợn", "nghìn con", 210],
  ["Số lượng đàn gia cầm", "nghìn con", 3900],
  ["Sản lượng thủy sản nuôi trồng", "tấn", 4700],
  ["Sản lượng thủy sản khai thác", "tấn", 2900],
  ["Diện tích rừng trồng mới", "ha", 320],
  ["Sản lượng gỗ khai thác", "nghìn m³", 37],
  ["Điện thương phẩm", "triệu kWh", 236],
  ["Xi măng sản xuất", "nghìn tấn", 190],
  ["Sản phẩm may mặc", "nghìn cái", 5100],
  ["Thép cán", "tấn", 21400],
  ["Phân bón", "tấn", 8600],
  ["Khách du lịch trong nước", "nghìn lượt", 118],
  ["Khách du lịch quốc tế", "lượt", 13100],
  ["Vận tải hành khách", "nghìn lượt", 6200],
  ["Vận tải hàng hóa", "nghìn tấn", 2900],
  ["Hàng hóa qua cảng", "nghìn tấn", 1700],
  ["Số việc làm mới", "người", 2900],
  ["Số người hưởng trợ cấp thất nghiệp", "người", 1320],
  ["Số người tham gia bảo hiểm xã hội", "người", 318000],
  ["Số hộ nghèo được hỗ trợ", "hộ", 1150],
  ["Nhà ở xã hội hoàn thành", "căn", 74],
  ["Hồ sơ thủ tục hành chính trực tuyến", "hồ sơ", 48200],
  ["Số vụ tai nạn giao thông", "vụ", 18],
  ["Thiệt hại do thiên tai", "triệu đồng", 9400],
];

function rowsOf(name: string, average: number): Row[] {
  const random = seeded(name);
  const totals = [0, 0, 0, 0];
  const rows = localities.map((locality, index): Row => {
    const scale = (index === 0 ? 3.4 : 0.4 + random() * 1.3) * average;
    const october = Math.round(scale * (0.94 + random() * 0.1));
    const november = Math.round(scale * (0.97 + random() * 0.12));
    const eleven = Math.round(scale * (10.2 + random() * 0.7));
    const before = Math.round(eleven / (1 + (random() * 0.22 - 0.04)));
    for (const [at, value] of [october, november, eleven, before].entries())
      totals[at] = (totals[at] ?? 0) + value;
    return [
      String(index + 1),
      locality,
      grouped(october, "vi"),
      grouped(november, "vi"),
      grouped(eleven, "vi"),
      decimal((eleven / Math.max(before, 1)) * 100, "vi"),
    ];
  });
  const [october = 0, november = 0, eleven = 0, before = 1] = totals;
  return [
    {
      cells: [
        "",
        "Cả nước",
        grouped(october, "vi"),
        grouped(november, "vi"),
        grouped(eleven, "vi"),
        decimal((eleven / before) * 100, "vi"),
      ],
      bold: true,
    },
    ...rows,
  ];
}

const tablePart = ([name, unit, average]: (typeof tables)[number], index: number): Part => ({
  newPage: true,
  share: 1,
  opening: () => [
    h(2, `Biểu ${index + 1}. ${name} tháng 11 và 11 tháng năm 2026`, { center: true }),
    {
      kind: "table",
      unit: `Đơn vị: ${unit}`,
      size: 8.8,
      columns: [
        { label: "TT", share: 0.6, align: "center" },
        { label: "Địa phương", share: 2.4 },
        { label: "Tháng 10", share: 1.7, align: "right" },
        { label: "Ước tháng 11", share: 1.7, align: "right" },
        { label: "Ước 11 tháng", share: 1.9, align: "right" },
        { label: "So cùng kỳ (%)", share: 1.6, align: "right" },
      ],
      rows: rowsOf(name, average),
    },
  ],
});

export function printAnnex(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(economy, plan.key);
  return printOfficial(plan, {
    agency: "BKH",
    number: "",
    dated: { day: 20, month: 11, year: 2026 },
    form: "PHỤ LỤC SỐ LIỆU",
    subject: "Tình hình kinh tế – xã hội tháng 11 và 11 tháng năm 2026",
    style: tabular,
    preamble: [
      p("(Kèm theo Báo cáo số 842/BC-BKH ngày 20 tháng 11 năm 2026 của Bộ Kế hoạch và Đầu tư)", {
        face: "italic",
        align: "center",
      }),
      {
        kind: "table",
        columns: [
          { label: "Biểu", share: 0.8, align: "center" },
          { label: "Nội dung", share: 5 },
          { label: "Đơn vị", share: 2, align: "center" },
          { label: "Trang", share: 0.8, align: "center" },
        ],
        rows: tables.map(([name, unit], index) => [
          String(index + 1),
          name,
          unit,
          String(index + 3),
        ]),
      },
    ],
    parts: [
      ...tables.map(tablePart),
      ...reportParts(writer, [
        {
          title: "GHI CHÚ VỀ PHƯƠNG PHÁP",
          newPage: true,
          texts: [
            "Số liệu tháng 10 là sơ bộ, tháng 11 là ước tính. Tổng số của cả nước bằng tổng các địa phương. Tỷ lệ so cùng kỳ tính theo giá hiện hành, trừ sản lượng hiện vật.",
          ],
          mix: mixes.views,
        },
      ]),
    ],
    closing: ["Số liệu chính thức được công bố vào ngày 06 tháng 12 năm 2026."],
  });
}
