export const time = {
  longDay:
    "{weekday, select, 0 {Chủ nhật} 1 {Thứ Hai} 2 {Thứ Ba} 3 {Thứ Tư} 4 {Thứ Năm} 5 {Thứ Sáu} other {Thứ Bảy}}, ngày {day} tháng {month} năm {year}",
  weekdayAndDay:
    "{weekday, select, 0 {Chủ nhật} 1 {Thứ Hai} 2 {Thứ Ba} 3 {Thứ Tư} 4 {Thứ Năm} 5 {Thứ Sáu} other {Thứ Bảy}}, {day}",
  weekdayShort: {
    sun: "CN",
    mon: "T2",
    tue: "T3",
    wed: "T4",
    thu: "T5",
    fri: "T6",
    sat: "T7",
  },
  timeOnDay: "{time} ngày {day}",
  minutes: "{n} phút",
  minutesShort: "{n}′",
} as const;
