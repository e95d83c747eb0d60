import { Form } from "@remix-run/react";
import { ChevronRight, FlaskConical, Users } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { Bilingual } from "../../domain/text";
import { useText } from "../messages/text";
import type { sessions } from "../messages/vi/sessions";
import { Avatar, Button } from "../ui";

export type DemoPerson = {
  personId: PersonId;
  name: string;
  title: Bilingual;
  role: keyof typeof sessions.roles;
  /** the first two make the panel's columns; the others are behind "show all" */
  column: "members" | "office" | "others";
};

/** One-click sign-in as a fictitious person. It is not rendered outside of demo mode at all. */
export function DemoPanel({ people, next }: { people: readonly DemoPerson[]; next: string }) {
  const t = useTranslations("sessions.demo");
  const [isAllShown, setAllShown] = useState(false);
  const inColumn = (column: DemoPerson["column"]) =>
    people.filter((person) => person.column === column);
  const others = inColumn("others");
  return (
    <aside
      className="min-w-0 flex-1 p-4 sm:p-6 lg:landscape:overflow-y-auto"
      aria-label={t("heading")}
    >
      <Form
        method="post"
        action="/sign-in/demo"
        className="overflow-hidden rounded-3 border-2 border-warn bg-surface"
      >
        <input type="hidden" name="next" value={next} />
        <div className="flex items-center gap-4 bg-warn px-5 py-4 text-on-solid">
          <FlaskConical aria-hidden className="size-8 shrink-0" />
          <div>
            <h2 className="text-h2">{t("heading")}</h2>
            <p className="text-small">{t("explain")}</p>
          </div>
        </div>
        <div className="grid sm:grid-cols-2">
          <Column title={t("members")} people={inColumn("members")} />
          <Column title={t("office")} people={inColumn("office")} edge />
        </div>
        {isAllShown && others.length > 0 && (
          <section className="border-t border-border">
            <h3 className="bg-surface-2 px-5 py-2.5 text-label text-muted">{t("others")}</h3>
            <ul className="grid sm:grid-cols-2 [&>li]:border-b [&>li]:border-border sm:[&>li:nth-child(even)]:border-s">
              {others.map((person) => (
                <DemoRow key={person.personId} person={person} />
              ))}
            </ul>
          </section>
        )}
      </Form>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-small text-muted">{t("note")}</p>
        {others.length > 0 && (
          <Button variant="neutral" icon={Users} onPress={() => setAllShown(!isAllShown)}>
            {isAllShown ? t("fewer") : t("all", { n: String(people.length) })}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Column(props: { title: string; people: readonly DemoPerson[]; edge?: boolean }) {
  return (
    <section className={props.edge ? "border-border sm:border-s" : ""}>
      <h3 className="border-b border-border bg-surface-2 px-5 py-2.5 text-label text-muted">
        {props.title}
      </h3>
      <ul className="[&>li:not(:last-child)]:border-b [&>li]:border-border">
        {props.people.map((person) => (
          <DemoRow key={person.personId} person={person} />
        ))}
      </ul>
    </section>
  );
}

function DemoRow({ person }: { person: DemoPerson }) {
  const t = useTranslations("sessions");
  const text = useText();
  const title = text(person.title);
  return (
    <li>
      <button
        type="submit"
        name="person"
        value={person.personId}
        className="flex min-h-24 w-full items-center gap-3.5 px-5 py-2 text-start -outline-offset-4 hover:bg-primary-soft"
      >
        <Avatar name={person.name} size={44} />
        <span className="min-w-0 flex-1">
          <span className="block text-label font-[650]">{person.name}</span>
          <span className="block text-small text-muted">{title}</span>
          <span className="block text-caption font-[600] text-on-primary-soft">
            {t(`roles.${person.role}`)}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
      </button>
    </li>
  );
}
