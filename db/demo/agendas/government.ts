/** The three meetings of the Government: October (held), November (live), December (in preparation). */
import { governmentSeats, helperId, helpers, memberId } from "../people";
import type { DemoItem } from "./item";

const minister = (order: number) => ({
  personId: memberId(order),
  name: governmentSeats.find((seat) => seat.order === order)?.name ?? "",
});

export const novemberItems: readonly DemoItem[] = [
  {
    title: {
      vi: "Tình hình kinh tế – xã hội tháng 11 và 11 tháng; giải ngân đầu tư công; nhiệm vụ tháng 12",
      en: "Socio-economic situation in November and eleven months; public investment disbursement; tasks for December",
    },
    purpose: "decide",
    lead: "BKH",
    minutes: 40,
    presenter: minister(11),
    question: {
      vi: "Thông qua Nghị quyết phiên họp về tình hình kinh tế – xã hội tháng 11",
      en: "Adopt the session's resolution on the socio-economic situation in November",
    },
  },
  {
    title: {
      vi: "Dự thảo Nghị định về phân cấp quản lý đất đai cho địa phương",
      en: "Draft decree on delegating land administration to localities",
    },
    purpose: "choose_option",
    lead: "BTM",
    minutes: 45,
    presenter: { personId: helperId("presenter"), name: helpers.presenter.name },
    question: {
      vi: "Thông qua dự thảo Nghị định theo Phương án 1 tại Điều 7",
      en: "Adopt the draft decree with alternative 1 in article 7",
    },
  },
  {
    title: {
      vi: "Đề án số hóa hộ tịch giai đoạn 2027–2030",
      en: "Scheme to digitise civil status, 2027–2030",
    },
    purpose: "decide",
    lead: "BTP",
    minutes: 25,
    presenter: minister(10),
    question: {
      vi: "Phê duyệt Đề án số hóa hộ tịch giai đoạn 2027–2030",
      en: "Approve the scheme to digitise civil status, 2027–2030",
    },
  },
  {
    title: {
      vi: "Dự án Luật Giao dịch số (sửa đổi)",
      en: "Bill: Law on Digital Transactions (amended)",
    },
    purpose: "give_opinion",
    lead: "BST",
    minutes: 30,
    presenter: minister(19),
  },
  {
    title: {
      vi: "Chủ trương đầu tư cao tốc Tân Hải – Bạch Hạc",
      en: "Investment policy for the Tân Hải – Bạch Hạc motorway",
    },
    purpose: "decide",
    lead: "BGH",
    minutes: 25,
    presenter: minister(15),
    question: {
      vi: "Quyết định chủ trương đầu tư đường bộ cao tốc Tân Hải – Bạch Hạc",
      en: "Decide the investment policy for the Tân Hải – Bạch Hạc motorway",
    },
  },
  {
    title: {
      vi: "Phương án lương tối thiểu vùng năm 2027",
      en: "Options for the regional minimum wage of 2027",
    },
    purpose: "choose_option",
    lead: "BLA",
    minutes: 20,
    presenter: minister(22),
    question: {
      vi: "Chọn Phương án 1: tăng bình quân 6,0% từ ngày 01/01/2027",
      en: "Choose option 1: a mean rise of 6.0% from 1 January 2027",
    },
  },
  {
    title: {
      vi: "Chương trình công tác năm 2027 của Chính phủ",
      en: "The Government's work programme for 2027",
    },
    purpose: "decide",
    lead: "VPC",
    minutes: 5,
    presenter: minister(27),
    treatment: "without_debate",
  },
  {
    title: {
      vi: "Phê duyệt Hiệp định hợp tác giáo dục với Cộng hòa Thanh Nguyên",
      en: "Approval of the education agreement with the Republic of Thanh Nguyên",
    },
    purpose: "decide",
    lead: "BNG",
    minutes: 0,
    presenter: minister(8),
    treatment: "without_debate",
  },
  {
    title: {
      vi: "Bảo vệ hạ tầng thông tin trọng yếu",
      en: "Protection of critical information infrastructure",
    },
    purpose: "discuss",
    lead: "BAN",
    minutes: 20,
    presenter: minister(7),
    closed: true,
    grade: "M",
    openToObservers: false,
  },
];

export const octoberItems: readonly DemoItem[] = [
  {
    title: {
      vi: "Cơ chế khai thác vật liệu san lấp phục vụ công trình trọng điểm",
      en: "Quarrying of fill material for key works",
    },
    purpose: "decide",
    lead: "BTM",
    minutes: 30,
    presenter: minister(17),
    question: {
      vi: "Thông qua Nghị quyết về cơ chế khai thác vật liệu san lấp",
      en: "Adopt the resolution on quarrying of fill material",
    },
  },
  {
    title: {
      vi: "Đề án sắp xếp trụ sở làm việc của cơ quan nhà nước",
      en: "Scheme to rearrange the office buildings of state bodies",
    },
    purpose: "decide",
    lead: "BTC",
    minutes: 30,
    presenter: minister(12),
    question: {
      vi: "Thông qua Đề án sắp xếp trụ sở làm việc",
      en: "Adopt the scheme to rearrange office buildings",
    },
  },
  {
    title: {
      vi: "Dự thảo Nghị định quản lý hành lang bảo vệ bờ biển",
      en: "Draft decree on the coastal protection corridor",
    },
    purpose: "decide",
    lead: "BTM",
    minutes: 25,
    presenter: minister(17),
  },
];

export const decemberItems: readonly DemoItem[] = [
  {
    title: {
      vi: "Dự án Luật Đăng ký giao dịch bảo đảm",
      en: "Bill on the registration of secured transactions",
    },
    purpose: "give_opinion",
    lead: "BTP",
    minutes: 45,
    presenter: minister(10),
  },
  {
    title: {
      vi: "Tình hình ban hành văn bản quy định chi tiết thi hành luật",
      en: "Overdue regulations implementing laws",
    },
    purpose: "discuss",
    lead: "VPC",
    minutes: 40,
    presenter: minister(27),
  },
  {
    title: {
      vi: "Đề nghị xây dựng Luật Hộ tịch (sửa đổi)",
      en: "Proposal to amend the Law on Civil Status",
    },
    purpose: "decide",
    lead: "BTP",
    minutes: 40,
    presenter: null,
    question: {
      vi: "Thông qua đề nghị xây dựng Luật Hộ tịch (sửa đổi)",
      en: "Adopt the proposal to amend the Law on Civil Status",
    },
  },
];
