/** Consolidated opinions: who said what, taken in or explained, ministry by ministry, locality by locality. */
import { bagOf, between, capitals, localities, ministries, type Writer } from "../grammar";
import { type Block, type Part, p } from "../press";

const agree = [
  "Thống nhất với dự thảo.",
  "Cơ bản thống nhất.",
  "Thống nhất với phạm vi, bố cục và nội dung chính.",
  "Nhất trí sự cần thiết ban hành.",
];
const asks = [
  "Đề nghị làm rõ {provision}, tránh cách hiểu khác nhau khi thực hiện.",
  "Đề nghị bổ sung {provision}, theo hướng {principle}.",
  "Đề nghị cân nhắc {risk}; bổ sung biện pháp phòng ngừa.",
  "Đề nghị {measure}, vì hiện nay {cause}.",
  "Đề nghị quy định lộ trình áp dụng phù hợp với {places}.",
  "Đề nghị bổ sung trách nhiệm của {ministry} trong {activity}.",
  "Đề nghị rà soát để thống nhất với luật chuyên ngành, nhất là {provision}.",
  "Phản ánh {problem} tại địa phương; đề nghị có hướng dẫn riêng.",
  "Đề nghị bỏ {provision} do trùng lặp.",
  "Đề nghị rút ngắn thời hạn tại khoản {1-5} Điều {9-38} còn {3-12} ngày làm việc.",
  "Đề nghị sửa điểm {letter} khoản {1-4} Điều {9-38} cho rõ chủ thể chịu trách nhiệm.",
  "Đề nghị bổ sung quy định chuyển tiếp đối với {activity}.",
] as const;
const taken = [
  "**Tiếp thu.** Đã chỉnh lý tại khoản {1-5} Điều {9-38}.",
  "**Tiếp thu.** Đã bổ sung nội dung tại Điều {9-38}.",
  "**Tiếp thu một phần.** Phần còn lại giao {ministry} hướng dẫn.",
  "**Tiếp thu.** Đã rà soát, thống nhất cách dùng từ trong toàn văn.",
];
const explained = [
  "**Giải trình.** Nội dung này đã được điều chỉnh tại luật chuyên ngành.",
  "**Giải trình.** Dự thảo giữ quy định để bảo đảm {principle}.",
  "**Giải trình.** Phương án đề nghị có thể dẫn đến {risk}.",
  "**Giải trình.** Đã có quy định tại khoản {1-5} Điều {9-38}; việc nhắc lại là không cần thiết.",
];

/** Two parts, ministries then localities; each turn gives one agency's rows. */
export function opinionParts(writer: Writer, lead: string): Part[] {
  const { speech } = writer;
  const others = ministries
    .filter(([code]) => code !== lead)
    .map(([code, name]) => `${name} (${code})`);
  const ask = bagOf(asks, speech.random);
  const agreed = bagOf(agree, speech.random);
  const replyTaken = bagOf(taken, speech.random);
  const replyExplained = bagOf(explained, speech.random);
  const fill = (text: string) =>
    capitals(speech.fill(text.replace("{letter}", "abcd".charAt(between(speech.random, 0, 3)))));
  const rowsOf = (agency: string, number: number, count: number): Block => ({
    kind: "table",
    joins: number > 1,
    columns: [
      { label: "TT", share: 0.6, align: "center" },
      { label: "Cơ quan, địa phương", share: 1.9 },
      { label: "Nội dung ý kiến", share: 4.6, align: "justify" },
      { label: "Tiếp thu, giải trình", share: 3.4, align: "justify" },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      index === 0 ? String(number) : "",
      index === 0 ? agency : "",
      index === 0 ? `${agreed()} ${fill(ask())}` : fill(ask()),
      fill(speech.random() < 0.64 ? replyTaken() : replyExplained()),
    ]),
  });
  const part = (title: string, names: readonly string[], share: number, rounds: number): Part => ({
    opening: () => [p(title, { face: "bold", before: 8, keep: true })],
    share,
    *filling() {
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, name] of names.entries()) {
          yield rowsOf(
            round === 0 ? name : `${name} (ý kiến về dự thảo lần ${round + 3})`,
            index + 1 + round * names.length,
            between(speech.random, 3, 6),
          );
        }
      }
    },
  });
  return [
    part(`I. Ý KIẾN CỦA ${others.length} BỘ, CƠ QUAN`, others, 40, 12),
    part(
      "II. Ý KIẾN CỦA 34 ĐỊA PHƯƠNG",
      localities.map((name) => (name === "Thăng Bình" ? "Thành phố Thăng Bình" : `Tỉnh ${name}`)),
      52,
      12,
    ),
  ];
}
