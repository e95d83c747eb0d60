import { Link, useLocation } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes } from "../ui";
import { Crest } from "./crest";

/** 60 px: where one is (the page's h1), what is going on, and what belongs to the person. */
export function TopBar({
  title,
  detail,
  back,
  status,
  children,
}: {
  title: string;
  detail?: ReactNode;
  /** screens of a meeting go back by an arrow instead of a navigation */
  back?: string;
  /** beside the title: the live state */
  status?: ReactNode;
  /** at the right: page acts, connection, account */
  children?: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <header className="print:hidden z-bar flex min-h-15 shrink-0 items-center gap-3 border-b border-border bg-surface py-1 ps-4 pe-4">
      {back !== undefined && (
        <Link
          to={back}
          aria-label={t("back")}
          className="-ms-2 grid size-11 shrink-0 place-items-center rounded-2 text-ink hover:bg-surface-2"
        >
          <ChevronLeft aria-hidden className="size-6" />
        </Link>
      )}
      {/* the arrow stands in its place where there is no room for both */}
      <div className={classes("contents", back !== undefined && "max-xl:hidden")}>
        <Crest />
      </div>
      <div className="min-w-0">
        <PageHeading>{title}</PageHeading>
        {detail !== undefined && (
          <div className="truncate text-caption font-[400] text-muted">{detail}</div>
        )}
      </div>
      {status !== undefined && (
        <div className="hidden items-center border-s border-border ps-4 sm:flex">{status}</div>
      )}
      <div className="ms-auto flex shrink-0 items-center gap-3">{children}</div>
    </header>
  );
}

/** What this tab showed last; each screen has a heading of its own, so none of them could remember it. */
let shownPage: string | null = null;

/** The one h1. It takes the focus after navigation, so that a reader hears where they are. */
export function PageHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, search } = useLocation();
  // Without the fragment: the skip link leads past this heading, not back to it.
  const page = `${pathname}${search}`;
  useEffect(() => {
    // Not on the first page: there the browser itself reads from the top.
    if (shownPage !== null && shownPage !== page) heading.current?.focus({ preventScroll: true });
    shownPage = page;
  }, [page]);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      title={children}
      className="line-clamp-2 text-bar leading-5 text-pretty outline-none"
    >
      {children}
    </h1>
  );
}
