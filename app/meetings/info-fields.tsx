import { useTranslations } from "use-intl";
import type { MeetingInfo } from "../../domain/meetings";
import { MomentField, Select, TextField } from "../ui";
import { instantAt, localOf } from "./zoned";

/** What a form about a meeting holds while it is being filled in: text as typed, times as the fields give them. */
export type InfoDraft = {
  titleVi: string;
  titleEn: string;
  kind: MeetingInfo["kind"];
  form: MeetingInfo["form"];
  authority: MeetingInfo["authority"];
  startsAt: string;
  endsAt: string;
  place: string;
};

export type InfoProblems = Partial<Record<keyof InfoDraft, string>>;

export function draftOf(info: MeetingInfo, timeZone: string): InfoDraft {
  return {
    titleVi: info.title.vi,
    titleEn: info.title.en,
    kind: info.kind,
    form: info.form,
    authority: info.authority,
    startsAt: localOf(info.startsAt, timeZone),
    endsAt: localOf(info.endsAt, timeZone),
    place: info.place,
  };
}

/** The info to send, or which fields stand in the way. */
export function infoOf(
  draft: InfoDraft,
  timeZone: string,
): { info: MeetingInfo } | { missing: (keyof InfoDraft)[]; endsFirst: boolean } {
  const startsAt = instantAt(draft.startsAt, timeZone);
  const endsAt = instantAt(draft.endsAt, timeZone);
  const missing: (keyof InfoDraft)[] = [];
  if (draft.titleVi.trim() === "") missing.push("titleVi");
  if (startsAt === null) missing.push("startsAt");
  if (endsAt === null) missing.push("endsAt");
  const endsFirst = startsAt !== null && endsAt !== null && endsAt <= startsAt;
  if (missing.length > 0 || endsFirst || startsAt === null || endsAt === null) {
    return { missing, endsFirst };
  }
  return {
    info: {
      title: { vi: draft.titleVi.trim(), en: draft.titleEn.trim() },
      kind: draft.kind,
      form: draft.form,
      authority: draft.authority,
      startsAt,
      endsAt,
      place: draft.place.trim(),
    },
  };
}

const kinds = [
  "regular",
  "thematic",
  "extraordinary",
  "standing",
  "working",
  "conference",
] as const;
const forms = ["room", "online", "hybrid"] as const;
const authorities = ["decides", "advises"] as const;

/** The fields of a meeting, for creating and for editing one; what is typed belongs to the owner's draft. */
export function InfoFields(props: {
  draft: InfoDraft;
  problems: InfoProblems;
  timeZone: string;
  onChange: (draft: InfoDraft) => void;
}) {
  const { draft, problems, timeZone, onChange } = props;
  const t = useTranslations("meetings");
  const set =
    <Key extends keyof InfoDraft>(key: Key) =>
    (value: InfoDraft[Key]) =>
      onChange({ ...draft, [key]: value });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField
          label={t("creation.title")}
          value={draft.titleVi}
          onChange={set("titleVi")}
          maxLength={300}
          isRequired
          error={problems.titleVi}
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          label={t("creation.titleEn")}
          value={draft.titleEn}
          onChange={set("titleEn")}
          maxLength={300}
        />
      </div>
      <Select
        label={t("creation.kind")}
        value={draft.kind}
        onChange={set("kind")}
        choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        label={t("creation.authority")}
        value={draft.authority}
        onChange={set("authority")}
        choices={authorities.map((value) => ({ value, label: t(`authority.${value}`) }))}
      />
      <MomentField
        kind="datetime-local"
        label={t("creation.startsAt")}
        value={draft.startsAt}
        onChange={set("startsAt")}
        isRequired
        error={problems.startsAt}
        help={t("creation.zone", { zone: timeZone })}
      />
      <MomentField
        kind="datetime-local"
        label={t("creation.endsAt")}
        value={draft.endsAt}
        onChange={set("endsAt")}
        isRequired
        error={problems.endsAt}
      />
      <Select
        label={t("creation.form")}
        value={draft.form}
        onChange={set("form")}
        choices={forms.map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <TextField
        label={t("creation.place")}
        value={draft.place}
        onChange={set("place")}
        maxLength={200}
      />
    </div>
  );
}
