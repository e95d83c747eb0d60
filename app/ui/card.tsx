import type { ReactNode } from "react";
import { classes } from "./classes";

/** A group of things on the page's ground; flat, with a line around it. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <section className={classes("rounded-2 border border-border bg-surface", className)}>
      {children}
    </section>
  );
}

export function CardHeader({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <div className="flex min-h-11 items-center gap-3 border-b border-border px-5 py-2.5">
      <h2 className="min-w-0 flex-1 text-h2">{title}</h2>
      {aside !== undefined && <div className="text-small text-muted">{aside}</div>}
    </div>
  );
}
