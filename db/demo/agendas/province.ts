import { provinceId, provinceSeats } from "../people";
import type { DemoItem } from "./item";

const director = (order: number) => ({
  personId: provinceId(order),
  name: provinceSeats.find((seat) => seat.order === order)?.name ?? "",
});

export const provinceItems: readonly DemoItem[] = [
  {
    title: { vi: "Dự toán ngân sách tỉnh năm 2027", en: "Provincial budget for 2027" },
    purpose: "decide",
    lead: "STC",
    minutes: 40,
    presenter: director(7),
    question: {
      vi: "Thông qua dự toán ngân sách tỉnh năm 2027",
      en: "Adopt the provincial budget for 2027",
    },
  },
  {
    title: {
      vi: "Giải phóng mặt bằng cao tốc Tân Hải – Bạch Hạc",
      en: "Land clearance for the Tân Hải – Bạch Hạc motorway",
    },
    purpose: "give_opinion",
    lead: "SGT",
    minutes: 30,
    presenter: director(13),
  },
  {
    title: {
      vi: "Khen thưởng đơn vị dẫn đầu phong trào thi đua năm 2026",
      en: "Commendation of leading units in 2026",
    },
    purpose: "decide",
    lead: "SNV",
    minutes: 20,
    presenter: director(8),
    question: {
      vi: "Thông qua danh sách khen thưởng năm 2026",
      en: "Adopt the commendation list of 2026",
    },
  },
];
