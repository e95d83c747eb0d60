/** Whom a member has named for the own office: they share its layer of notes on the papers they may see. */
import { Form, useNavigation } from "@remix-run/react";
import { Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { Button, Card, CardHeader, Select } from "../ui";

type Named = { personId: PersonId; name: string };

export type Office = { staff: readonly Named[]; candidates: readonly Named[] };

export function OfficeStaffCard({ office: { staff, candidates } }: { office: Office }) {
  const t = useTranslations("marks.staff");
  const sent = useNavigation().formData;
  const underWay = (intent: string, personId?: PersonId) =>
    sent?.get("intent") === intent && (personId === undefined || sent.get("personId") === personId);
  return (
    <Card>
      <CardHeader title={t("title")} />
      <p className="px-5 pb-3 text-small text-muted">{t("explain")}</p>
      {staff.length === 0 ? (
        <p className="border-t border-border px-5 py-4">{t("nobody")}</p>
      ) : (
        <ul className="divide-y divide-border border-t border-border">
          {staff.map(({ personId, name }) => (
            <li key={personId} className="flex items-center justify-between gap-4 px-5 py-3">
              <span className="text-label">{name}</span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="personId" value={personId} />
                <Button
                  type="submit"
                  name="intent"
                  value="remove-staff"
                  variant="neutral"
                  icon={Trash2}
                  label={t("removeNamed", { name })}
                  isPending={underWay("remove-staff", personId)}
                >
                  {t("remove")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {candidates.length > 0 && (
        // made anew when the list changes: the field is empty again once somebody was added
        <NewStaff
          key={candidates.map(({ personId }) => personId).join()}
          candidates={candidates}
          isPending={underWay("name-staff")}
        />
      )}
    </Card>
  );
}

function NewStaff(props: { candidates: readonly Named[]; isPending: boolean }) {
  const t = useTranslations("marks.staff");
  const [chosen, setChosen] = useState<PersonId | null>(null);
  return (
    <Form
      method="post"
      preventScrollReset
      className="flex flex-wrap items-end gap-3 border-t border-border px-5 py-4"
    >
      <div className="min-w-64 flex-1">
        <Select
          label={t("choose")}
          name="personId"
          value={chosen}
          onChange={setChosen}
          choices={props.candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
      </div>
      <Button
        type="submit"
        name="intent"
        value="name-staff"
        icon={UserPlus}
        isDisabled={chosen === null}
        isPending={props.isPending}
      >
        {t("add")}
      </Button>
    </Form>
  );
}
