import { NavLink } from "@remix-run/react";
import { CalendarDays, House, type LucideIcon, ScrollText, TabletSmartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import { classes } from "../ui";

/** Where a person can go; `journal` only for those who may read it. */
export type Destination = "today" | "meetings" | "journal" | "offline";

const places: Record<Destination, { to: string; icon: LucideIcon; end: boolean }> = {
  today: { to: "/", icon: House, end: true },
  meetings: { to: "/meetings", icon: CalendarDays, end: false },
  journal: { to: "/journal", icon: ScrollText, end: false },
  offline: { to: "/offline", icon: TabletSmartphone, end: true },
};

/** At the left where there is room: 220 wide, or 64 with pictures only. */
export function SideNavigation({
  destinations,
  collapsed = false,
}: {
  destinations: readonly Destination[];
  collapsed?: boolean;
}) {
  const t = useTranslations();
  return (
    <nav
      aria-label={t("shell.navigation")}
      className={classes(
        "print:hidden hidden shrink-0 flex-col gap-1 overflow-y-auto border-e border-border bg-surface p-2 pt-3 landscape:md:flex lg:flex",
        collapsed ? "w-16" : "w-16 xl:w-55 landscape:w-55",
      )}
    >
      {destinations.map((destination) => {
        const { to, icon: Icon, end } = places[destination];
        return (
          <NavLink
            key={destination}
            to={to}
            end={end}
            className={({ isActive }) =>
              classes(
                "relative flex min-h-12 items-center gap-3 rounded-2 px-3 text-label",
                isActive
                  ? "current bg-primary-soft text-on-primary-soft before:absolute before:inset-y-0 before:-start-0 before:w-1 before:rounded-s-2 before:bg-primary"
                  : "text-ink hover:bg-surface-2",
                // what is of the device stands apart from what is of the work
                destination === "offline" && "mt-auto",
              )
            }
          >
            <Icon aria-hidden className="size-5.5 shrink-0" />
            <span
              className={collapsed ? "sr-only" : "sr-only xl:not-sr-only landscape:not-sr-only"}
            >
              {t(`nav.${destination}`)}
            </span>
          </NavLink>
        );
      })}
    </nav>
  );
}

/** At the bottom edge, 64 high, under the thumbs. */
export function BottomNavigation({ destinations }: { destinations: readonly Destination[] }) {
  const t = useTranslations();
  return (
    <nav
      aria-label={t("shell.navigation")}
      className="print:hidden flex shrink-0 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] landscape:md:hidden lg:hidden"
    >
      {destinations.map((destination) => {
        const { to, icon: Icon, end } = places[destination];
        return (
          <NavLink
            key={destination}
            to={to}
            end={end}
            className={({ isActive }) =>
              classes(
                "relative grid h-16 flex-1 place-content-center justify-items-center gap-1 text-caption -outline-offset-2",
                isActive
                  ? "font-[650] text-primary before:absolute before:inset-x-[20%] before:top-0 before:h-0.75 before:bg-primary"
                  : "text-muted",
              )
            }
          >
            <Icon aria-hidden className="size-6" />
            {t(`nav.${shortNames[destination]}`)}
          </NavLink>
        );
      })}
    </nav>
  );
}

const shortNames = {
  today: "todayShort",
  meetings: "meetings",
  journal: "journalShort",
  offline: "offlineShort",
} as const;
