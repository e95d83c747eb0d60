import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes, IconLink } from "../ui";
import { AccountMenu } from "./account-menu";
import { ConnectionIndicator, type ConnectionState } from "./connection-indicator";
import { EnvironmentStrip } from "./environment-strip";
import { useKeptFocus } from "./kept-focus";
import { BottomNavigation, type Destination, SideNavigation } from "./navigation";
import { TopBar } from "./top-bar";

/** What every page knows of its reader and its installation. */
export type Surroundings = {
  owner: string;
  demo: boolean;
  plainHttp: boolean;
  person: { name: string; title: string };
  destinations: readonly Destination[];
};

/** A page with navigation: Today, the lists, the builder. */
export function Page(props: {
  surroundings: Surroundings;
  title: string;
  detail?: ReactNode;
  status?: ReactNode;
  /** page acts in the top bar */
  acts?: ReactNode;
  connection?: ConnectionState;
  /** desks use the whole width; reading pages stop at 1,200 */
  full?: boolean;
  collapsedNavigation?: boolean;
  children: ReactNode;
}) {
  const { surroundings, title, detail, status, acts, connection, full = false, children } = props;
  return (
    <Frame surroundings={surroundings}>
      <TopBar title={title} {...optional({ detail, status })}>
        {acts}
        <SearchLink />
        {connection !== undefined && <ConnectionIndicator state={connection} />}
        <AccountMenu {...surroundings.person} />
      </TopBar>
      <div className="flex min-h-0 flex-1">
        <SideNavigation
          destinations={surroundings.destinations}
          collapsed={props.collapsedNavigation ?? false}
        />
        <main
          id="content"
          tabIndex={-1}
          className={classes(
            "min-w-0 flex-1 overflow-y-auto outline-none",
            !full && "px-4 py-4 sm:px-6",
          )}
        >
          {full ? children : <div className="mx-auto max-w-300">{children}</div>}
        </main>
      </div>
      <BottomNavigation destinations={surroundings.destinations} />
    </Frame>
  );
}

/** A screen of one meeting: no navigation, the whole height, back by an arrow where there is one. */
export function MeetingPage(props: {
  surroundings: Surroundings;
  title: string;
  detail?: ReactNode;
  back?: string;
  status?: ReactNode;
  acts?: ReactNode;
  connection: ConnectionState;
  children: ReactNode;
}) {
  const { surroundings, title, detail, back, status, acts, connection, children } = props;
  return (
    <Frame surroundings={surroundings}>
      <TopBar title={title} {...optional({ detail, back, status })}>
        {acts}
        <SearchLink />
        <ConnectionIndicator state={connection} />
        <AccountMenu {...surroundings.person} />
      </TopBar>
      <main id="content" tabIndex={-1} className="min-h-0 flex-1 outline-none print:min-h-fit">
        {children}
      </main>
    </Frame>
  );
}

function SearchLink() {
  const t = useTranslations("shell");
  return <IconLink to="/search" icon={Search} label={t("search")} />;
}

function Frame({ surroundings, children }: { surroundings: Surroundings; children: ReactNode }) {
  const t = useTranslations("shell");
  const { owner, demo, plainHttp } = surroundings;
  useKeptFocus();
  return (
    <div className="flex h-dvh flex-col bg-canvas print:h-auto print:bg-transparent">
      <a
        href="#content"
        className="sr-only z-toast rounded-1 bg-primary text-label text-on-solid focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:px-4 focus:py-3"
      >
        {t("skip")}
      </a>
      <EnvironmentStrip owner={owner} demo={demo} plainHttp={plainHttp} />
      {children}
    </div>
  );
}

/** Leaves out what was not given: an absent property is not an undefined one. */
function optional<Props extends object>(
  props: Props,
): { [Key in keyof Props]?: Exclude<Props[Key], undefined> };
function optional(props: object): object {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}
