import { type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components";
import { Later, type Part, part, useProgress } from "./later";
import { layers } from "./layer-part";

/** A small explanation beside the thing it explains. */
export function Popover(props: {
  label: string;
  trigger: ReactElement;
  /** a function is told how to close it */
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const { children, ...rest } = props;
  return (
    <PopoverOf {...rest} part={nothingMore}>
      {(_nothing, close) => (typeof children === "function" ? children(close) : children)}
    </PopoverOf>
  );
}

const nothingMore = part(() => Promise.resolve(null));

/** What it explains comes after the page, as everything that nobody sees before a press. */
export function PopoverOf<Loaded>({
  label,
  trigger,
  part: content,
  children,
}: {
  label: string;
  trigger: ReactElement;
  part: Part<Loaded>;
  children: (loaded: Loaded, close: () => void) => ReactNode;
}) {
  useProgress(content);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <>
      <ButtonContext.Provider
        value={{
          ref: button,
          isPressed: isOpen,
          "aria-expanded": isOpen,
          ...(isOpen && { "aria-controls": id }),
          onPress: () => setOpen(!isOpen),
        }}
      >
        {trigger}
      </ButtonContext.Provider>
      <Later part={layers} when={isOpen} onClose={close}>
        {({ PopoverLayer }) => (
          <Later part={content} when={isOpen} onClose={close}>
            {(loaded) => (
              <PopoverLayer id={id} label={label} trigger={button} onClose={close}>
                {children(loaded, close)}
              </PopoverLayer>
            )}
          </Later>
        )}
      </Later>
    </>
  );
}
