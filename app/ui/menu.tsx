import { type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { ButtonContext, type PressEvent } from "react-aria-components";
import { Later } from "./later";
import { layers } from "./layer-part";
import type { MenuEntry } from "./layers";

/** A list of acts behind one button. */
export function Menu({
  label,
  trigger,
  entries,
  header,
}: {
  label: string;
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  header?: ReactNode;
}) {
  const [focus, setFocus] = useState<"menu" | "first" | "last" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = focus !== null;
  const close = () => setFocus(null);
  const open = (on: "menu" | "first" | "last") => {
    // What has the focus now gets it back from the menu.
    button.current?.focus({ preventScroll: true });
    setFocus(on);
  };
  return (
    <>
      <ButtonContext.Provider
        value={{
          ref: button,
          isPressed: isOpen,
          "aria-haspopup": true,
          "aria-expanded": isOpen,
          ...(isOpen && { "aria-controls": id }),
          preventFocusOnPress: true,
          // As menus of the system: a mouse opens them as it goes down, a finger as it goes up.
          onPressStart: ({ pointerType }) => {
            if (pointerType !== "touch" && pointerType !== "keyboard")
              open(pointerType === "virtual" ? "first" : "menu");
          },
          onPress: ({ pointerType }: PressEvent) => {
            if (pointerType === "touch") open("menu");
            if (pointerType === "keyboard") open("first");
          },
          onKeyDown: (event) => {
            if (event.key === "ArrowDown") open("first");
            else if (event.key === "ArrowUp") open("last");
            else {
              event.continuePropagation();
              return;
            }
            event.preventDefault();
          },
        }}
      >
        {trigger}
      </ButtonContext.Provider>
      <Later part={layers} when={isOpen} onClose={close}>
        {({ MenuLayer }) => (
          <MenuLayer
            id={id}
            label={label}
            trigger={button}
            autoFocus={focus === "menu" ? true : (focus ?? false)}
            entries={entries}
            header={header}
            onClose={close}
          />
        )}
      </Later>
    </>
  );
}
