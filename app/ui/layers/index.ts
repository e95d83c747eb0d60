/** Everything that lies over a page: loaded together, after the page (`../later.tsx`). */
export { DialogLayer, type DialogProps, type LayerProps, SheetLayer } from "./dialog-layer";
export { HintLayer } from "./hint-layer";
export { type MenuEntry, MenuLayer } from "./menu-layer";
export { PopoverLayer } from "./popover-layer";
export { type Note, ToastLayer, toasts } from "./toast-layer";
