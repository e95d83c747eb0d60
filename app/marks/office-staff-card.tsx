/** Whom a member has named for the own office: they share its layer of notes on the papers they may see. */
import { Trash2, UserPlus } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { PersonId } from "../../domain/ids";
import { Button, Card, CardHeader, Notice, Select } from "../ui";

const People = z.array(z.object({ personId: PersonId, name: z.string() }));
const Staff = z.object({ staff: People, candidates: People });
type Staff = z.infer<typeof Staff>;

/** Draws nothing for people who have no office: the server knows none for them. */
export function OfficeStaffCard() {
  const t = useTranslations("marks.staff");
  const [staff, setStaff] = useState<Staff | null>(null);
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [underWay, setUnderWay] = useState<PersonId | "list" | null>("list");
  const [failed, setFailed] = useState(false);
  const ask = useCallback(async (method: "GET" | "PUT" | "DELETE", personId?: PersonId) => {
    setUnderWay(personId ?? "list");
    setFailed(false);
    try {
      const response = await fetch(["/office-staff", personId].filter(Boolean).join("/"), {
        method,
      });
      // 404: no office to have staff in
      if (response.ok) setStaff(Staff.parse(await response.json()));
      else if (response.status !== 404 || method !== "GET") setFailed(true);
      return response.ok;
    } catch {
      setFailed(method !== "GET");
      return false;
    } finally {
      setUnderWay(null);
    }
  }, []);
  useEffect(() => {
    void ask("GET");
  }, [ask]);
  if (staff === null) return null;
  return (
    <Card>
      <CardHeader title={t("title")} />
      <p className="px-5 pb-3 text-small text-muted">{t("explain")}</p>
      {failed && (
        <div role="alert" className="px-5 pb-3">
          <Notice>{t("failed")}</Notice>
        </div>
      )}
      {staff.staff.length === 0 ? (
        <p className="border-t border-border px-5 py-4">{t("nobody")}</p>
      ) : (
        <ul className="divide-y divide-border border-t border-border">
          {staff.staff.map(({ personId, name }) => (
            <li key={personId} className="flex items-center justify-between gap-4 px-5 py-3">
              <span className="text-label">{name}</span>
              <Button
                variant="neutral"
                icon={Trash2}
                label={t("removeNamed", { name })}
                isPending={underWay === personId}
                onPress={() => void ask("DELETE", personId)}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-3 border-t border-border px-5 py-4">
        <div className="min-w-64 flex-1">
          <Select
            label={t("choose")}
            value={chosen}
            onChange={setChosen}
            isDisabled={staff.candidates.length === 0}
            choices={staff.candidates.map(({ personId, name }) => ({
              value: personId,
              label: name,
            }))}
          />
        </div>
        <Button
          icon={UserPlus}
          isDisabled={chosen === null}
          isPending={chosen !== null && underWay === chosen}
          onPress={async () => {
            if (chosen !== null && (await ask("PUT", chosen))) setChosen(null);
          }}
        >
          {t("add")}
        </Button>
      </div>
    </Card>
  );
}
