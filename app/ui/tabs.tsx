import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { classes } from "./classes";

export type TabPage = { id: string; title: ReactNode; textValue?: string; content: ReactNode };

/** Pages of one place. The current one is marked by a 3 px line, a colour and weight. */
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
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className={classes("flex flex-col", fill && "min-h-0 flex-1")}
    >
      <div
        className={classes(
          "flex min-h-13 shrink-0 items-stretch gap-2 border-b border-border bg-surface",
          compact ? "px-1" : "px-2",
        )}
      >
        <TabList
          aria-label={label}
          className={classes("flex items-stretch overflow-x-auto", !compact && "gap-1")}
        >
          {pages.map((page) => (
            <Tab
              key={page.id}
              id={page.id}
              className={classes(
                "relative flex min-h-13 cursor-pointer items-center gap-2 text-label whitespace-nowrap text-muted -outline-offset-2 data-selected:font-[650] data-selected:text-primary data-selected:after:absolute data-selected:after:inset-x-1 data-selected:after:bottom-0 data-selected:after:border-b-3 data-selected:after:border-primary",
                compact ? "w-11 justify-center [&>span]:sr-only" : "px-3",
              )}
            >
              {page.title}
            </Tab>
          ))}
        </TabList>
        {trailing !== undefined && (
          <div className="ms-auto flex items-center gap-2">{trailing}</div>
        )}
      </div>
      {pages.map((page) => (
        <TabPanel
          key={page.id}
          id={page.id}
          shouldForceMount={keepPages}
          className={classes(
            "outline-none data-inert:hidden",
            fill && "min-h-0 flex-1 overflow-auto",
          )}
        >
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
