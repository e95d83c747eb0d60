import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classes } from "./classes";

export type TabPage = { id: string; title: ReactNode; textValue?: string; content: ReactNode };

/**
 * Pages of one place. The current one is marked by a 3 px line, a colour and weight. By keyboard one tab stop, the
 * arrows between them (the pattern of the ARIA practices, chosen as the focus moves).
 */
export function Tabs({
  label,
  pages,
  selected,
  onSelect,
  trailing,
  fill = false,
  keepPages = false,
  compact = false,
}: {
  label: string;
  pages: readonly TabPage[];
  selected?: string;
  onSelect?: (id: string) => void;
  trailing?: ReactNode;
  /** the panel takes the remaining height and scrolls by itself */
  fill?: boolean;
  /** pages with forms stay as they are while another one is shown */
  keepPages?: boolean;
  /** in a narrow rail: the picture of a title is seen, its words are heard */
  compact?: boolean;
}) {
  const own = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = selected ?? chosen;
  const current = pages.find(({ id }) => id === wanted) ?? pages[0];
  const choose = (id: string) => {
    setChosen(id);
    onSelect?.(id);
  };
  const go = (event: KeyboardEvent) => {
    const at = pages.findIndex(({ id }) => id === current?.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const page = to === undefined ? undefined : pages.at(to % pages.length);
    if (page === undefined) return;
    event.preventDefault();
    choose(page.id);
    document.getElementById(`${own}-${page.id}`)?.focus();
  };
  return (
    <div className={classes("flex flex-col", fill && "min-h-0 flex-1")}>
      <div
        className={classes(
          "flex min-h-13 shrink-0 items-stretch gap-2 border-b border-border bg-surface",
          compact ? "px-1" : "px-2",
        )}
      >
        <div
          role="tablist"
          aria-label={label}
          onKeyDown={go}
          className={classes("flex items-stretch overflow-x-auto", !compact && "gap-1")}
        >
          {pages.map((page) => (
            <button
              key={page.id}
              type="button"
              role="tab"
              id={`${own}-${page.id}`}
              aria-selected={page === current}
              {...(page === current && { "aria-controls": `${own}-${page.id}-page` })}
              tabIndex={page === current ? 0 : -1}
              onClick={() => choose(page.id)}
              className={classes(
                "relative flex min-h-13 cursor-pointer items-center gap-2 text-label whitespace-nowrap text-muted -outline-offset-2 aria-selected:font-[650] aria-selected:text-primary aria-selected:after:absolute aria-selected:after:inset-x-1 aria-selected:after:bottom-0 aria-selected:after:border-b-3 aria-selected:after:border-primary",
                compact ? "w-11 justify-center [&>span]:sr-only" : "px-3",
              )}
            >
              {page.title}
            </button>
          ))}
        </div>
        {trailing !== undefined && (
          <div className="ms-auto flex items-center gap-2">{trailing}</div>
        )}
      </div>
      {pages.map(
        (page) =>
          (page === current || keepPages) && (
            <Panel
              key={page.id}
              id={`${own}-${page.id}-page`}
              labelledBy={`${own}-${page.id}`}
              isShown={page === current}
              fill={fill}
            >
              {page.content}
            </Panel>
          ),
      )}
    </div>
  );
}

function Panel(props: {
  id: string;
  labelledBy: string;
  isShown: boolean;
  fill: boolean;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const [holdsStop, setHoldsStop] = useState(true);
  // A panel that holds nothing to tab to is a stop itself: otherwise it cannot be scrolled by keyboard.
  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const look = () => setHoldsStop(element.querySelector(stops) !== null);
    look();
    const observer = new MutationObserver(look);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={panel}
      role="tabpanel"
      id={props.id}
      aria-labelledby={props.labelledBy}
      hidden={!props.isShown}
      {...(!holdsStop && { tabIndex: 0 })}
      className={classes("outline-none", props.fill && "min-h-0 flex-1 overflow-auto")}
    >
      {props.children}
    </div>
  );
}

const stops =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex="-1"])';
