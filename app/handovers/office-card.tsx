/** Whom a member has named for the own office: they share its layer of notes, and papers may be handed over to them. */
import { Form, useNavigation } from "@remix-run/react";
import { Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { Office } from "../../server/cabinet";
import { useText } from "../messages/text";
import { Button, Card, CardHeader, Select } from "../ui";

/** @param isOnly the person sits in one body, which need not be named */
export function OfficeCard({ office, isOnly }: { office: Office; isOnly: boolean }) {
  const t = useTranslations("handovers.office");
  const text = useText();
  const { bodyId, name: body, staff, candidates } = office;
  const isUnderWay = useUnderWay(office);
  return (
    <Card>
      <CardHeader title={isOnly ? t("title") : t("titleOf", { body: text(body) })} />
      <p className="px-5 py-3 text-small text-muted">{t("explain")}</p>
      {staff.length === 0 ? (
        <p className="border-t border-border px-5 py-4">{t("nobody")}</p>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-border border-t border-border">
          {staff.map(({ personId, name }) => (
            <li key={personId} className="flex items-center justify-between gap-4 px-5 py-3">
              <span className="text-label">{name}</span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="bodyId" value={bodyId} />
                <input type="hidden" name="personId" value={personId} />
                <Button
                  type="submit"
                  name="intent"
                  value="remove-staff"
                  variant="neutral"
                  icon={Trash2}
                  label={t("removeNamed", { name })}
                  isPending={isUnderWay("remove-staff", personId)}
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
          office={office}
          isPending={isUnderWay("name-staff")}
        />
      )}
    </Card>
  );
}

function NewStaff(props: { office: Office; isPending: boolean }) {
  const t = useTranslations("handovers.office");
  const { bodyId, candidates } = props.office;
  const [chosen, setChosen] = useState<PersonId | null>(null);
  return (
    <Form
      method="post"
      preventScrollReset
      className="flex flex-wrap items-end gap-3 border-t border-border px-5 py-4"
    >
      <input type="hidden" name="bodyId" value={bodyId} />
      <div className="min-w-64 flex-1">
        <Select
          label={t("choose")}
          name="personId"
          value={chosen}
          onChange={setChosen}
          choices={candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
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

/** Which change of this office is on its way. */
function useUnderWay({ bodyId }: Office) {
  const sent = useNavigation().formData;
  return (intent: string, personId?: PersonId): boolean =>
    sent?.get("bodyId") === bodyId &&
    sent.get("intent") === intent &&
    (personId === undefined || sent.get("personId") === personId);
}
