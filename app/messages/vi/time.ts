export const time = {
  longDay:
    "{weekday, select, 0 {Chủ nhật} 1 {Thứ Hai} 2 {Thứ Ba} 3 {Thứ Tư} 4 {Thứ Năm} 5 {Thứ Sáu} other {Thứ Bảy}}, ngày {day} tháng {month} năm {year}",
  weekdayAndDay:
    "{weekday, select, 0 {Chủ nhật} 1 {Thứ Hai} 2 {Thứ Ba} 3 {Thứ Tư} 4 {Thứ Năm} 5 {Thứ Sáu} other {Thứ Bảy}}, {day}",
  weekdayShort: "{weekday, select, 0 {CN} 1 {T2} 2 {T3} 3 {T4} 4 {T5} 5 {T6} other {T7}}",
  minutes: "{n} phút",
  minutesShort: "{n}′",
  hoursAndMinutes: "{hours} giờ {minutes, plural, =0 {} other {# phút}}",
} as const;
