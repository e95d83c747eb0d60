/**
 * What the component library announces by itself, in Vietnamese: it has no Vietnamese of its own.
 * Grouped by the library's packages, as it looks them up; every package in use must be here.
 */
type Values = Readonly<Record<string, string | number>>;
type Announcement = string | ((values: Values) => string);

const rows = (count: string | number | undefined) => `${count ?? 0} mục`;

export const aria: Readonly<Record<string, Readonly<Record<string, Announcement>>>> = {
  "react-aria-components": {
    selectPlaceholder: "Chọn một mục",
    tableResizer: "Điều chỉnh độ rộng cột",
    dropzoneLabel: "Vùng thả tệp",
    colorSwatchPicker: "Bảng màu",
  },
  "@react-aria/toast": {
    close: "Đóng",
    notifications: ({ count }) => `${count ?? 0} thông báo.`,
  },
  "@react-aria/tag": { removeDescription: "Bấm Delete để gỡ.", removeButtonLabel: "Gỡ" },
  "@react-aria/tree": { expand: "Mở rộng", collapse: "Thu gọn" },
  "@react-aria/table": {
    select: "Chọn",
    selectAll: "Chọn tất cả",
    sortable: "cột sắp xếp được",
    ascending: "tăng dần",
    descending: "giảm dần",
    ascendingSort: ({ columnName }) => `sắp xếp tăng dần theo cột ${columnName ?? ""}`,
    descendingSort: ({ columnName }) => `sắp xếp giảm dần theo cột ${columnName ?? ""}`,
    columnSize: ({ value }) => `${value ?? 0} điểm ảnh`,
    resizerDescription: "Bấm Enter để đổi độ rộng cột",
    expand: "Mở rộng",
    collapse: "Thu gọn",
  },
  "@react-aria/spinbutton": { Empty: "Trống" },
  "@react-aria/searchfield": { "Clear search": "Xóa nội dung tìm" },
  "@react-aria/overlays": { dismiss: "Đóng" },
  "@react-aria/numberfield": {
    decrease: ({ fieldLabel }) => `Giảm ${fieldLabel ?? ""}`,
    increase: ({ fieldLabel }) => `Tăng ${fieldLabel ?? ""}`,
    numberField: "Ô nhập số",
  },
  "@react-aria/menu": { longPressMessage: "Nhấn giữ hoặc bấm Alt + mũi tên xuống để mở trình đơn" },
  "@react-aria/gridlist": {
    hasActionAnnouncement: "hàng có thao tác",
    hasLinkAnnouncement: ({ link }) => `hàng có liên kết: ${link ?? ""}`,
  },
  "@react-aria/grid": {
    deselectedItem: ({ item }) => `${item ?? ""} đã bỏ chọn.`,
    select: "Chọn",
    selectedCount: ({ count }) => (count === 0 ? "Chưa chọn mục nào." : `Đã chọn ${rows(count)}.`),
    selectedAll: "Đã chọn tất cả.",
    selectedItem: ({ item }) => `${item ?? ""} đã được chọn.`,
    longPressToSelect: "Nhấn giữ để chuyển sang chế độ chọn.",
  },
  "@react-aria/dnd": {
    dragItem: ({ itemText }) => `Kéo ${itemText ?? ""}`,
    dragSelectedItems: ({ count }) => `Kéo ${rows(count)} đã chọn`,
    dragDescriptionKeyboard: "Bấm Enter để bắt đầu di chuyển.",
    dragDescriptionKeyboardAlt: "Bấm Alt + Enter để bắt đầu di chuyển.",
    dragDescriptionTouch: "Chạm hai lần để bắt đầu di chuyển.",
    dragDescriptionVirtual: "Bấm để bắt đầu di chuyển.",
    dragDescriptionLongPress: "Nhấn giữ để bắt đầu di chuyển.",
    dragSelectedKeyboard: ({ count }) => `Bấm Enter để di chuyển ${rows(count)} đã chọn.`,
    dragSelectedKeyboardAlt: ({ count }) => `Bấm Alt + Enter để di chuyển ${rows(count)} đã chọn.`,
    dragSelectedLongPress: ({ count }) => `Nhấn giữ để di chuyển ${rows(count)} đã chọn.`,
    dragStartedKeyboard:
      "Đang di chuyển. Bấm Tab để tới vị trí đặt, bấm Enter để đặt, bấm Escape để thôi.",
    dragStartedTouch: "Đang di chuyển. Tới vị trí đặt rồi chạm hai lần để đặt.",
    dragStartedVirtual: "Đang di chuyển. Tới vị trí đặt rồi bấm hoặc gõ Enter để đặt.",
    endDragKeyboard: "Đang di chuyển. Bấm Enter để thôi.",
    endDragTouch: "Đang di chuyển. Chạm hai lần để thôi.",
    endDragVirtual: "Đang di chuyển. Bấm để thôi.",
    dropDescriptionKeyboard: "Bấm Enter để đặt. Bấm Escape để thôi.",
    dropDescriptionTouch: "Chạm hai lần để đặt.",
    dropDescriptionVirtual: "Bấm để đặt.",
    dropCanceled: "Đã thôi di chuyển.",
    dropComplete: "Đã đặt xong.",
    dropIndicator: "vị trí đặt",
    dropOnRoot: "Đặt vào danh sách",
    dropOnItem: ({ itemText }) => `Đặt vào ${itemText ?? ""}`,
    insertBefore: ({ itemText }) => `Đặt trước ${itemText ?? ""}`,
    insertBetween: ({ beforeItemText, afterItemText }) =>
      `Đặt giữa ${beforeItemText ?? ""} và ${afterItemText ?? ""}`,
    insertAfter: ({ itemText }) => `Đặt sau ${itemText ?? ""}`,
  },
};
