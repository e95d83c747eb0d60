import { Later } from "./later";
import { layers } from "./layer-part";
import type { DialogProps, LayerProps } from "./layers";

/** A question in the middle of the screen; Escape and a press outside leave it. */
export function Dialog({ isOpen, ...props }: DialogProps & { isOpen: boolean }) {
  return (
    <Later part={layers} when={isOpen} onClose={props.onClose}>
      {({ DialogLayer }) => <DialogLayer {...props} />}
    </Later>
  );
}

/** A panel from the bottom edge, for narrow screens; leaves the paper above it in sight. */
export function Sheet({ isOpen, ...props }: LayerProps & { isOpen: boolean }) {
  return (
    <Later part={layers} when={isOpen} onClose={props.onClose}>
      {({ SheetLayer }) => <SheetLayer {...props} />}
    </Later>
  );
}
