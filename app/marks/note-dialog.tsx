import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { Anchor } from "../../domain/marks";
import { Button, Dialog, TextArea } from "../ui";
import { layerIcons } from "./colour-bar";
import type { DrawnMark } from "./drawn-marks";
import { useLayerNames } from "./layer-names";
import { useMarkWords } from "./mark-words";
import { type MarkPlace, useMarksStore } from "./marks-store";
import { MentionPicker } from "./mention-picker";
import { useTooling } from "./tooling";
import { useWriting } from "./use-writing";

/** A new note on a text or a place. It is written when it is saved, once. */
export function NewNoteDialog({ anchor }: { anchor: Anchor }) {
  const t = useTranslations("marks");
  const { beginNote, into } = useTooling();
  const { note } = useWriting();
  const { titleOfNote } = useMarkWords();
  return (
    <RemarkDialog
      title={t("newNote")}
      about={titleOfNote(anchor)}
      place={into}
      first={{ body: "", mentions: [] }}
      onSave={(remark) => {
        note(anchor, remark);
        beginNote(null);
      }}
      onLeave={() => beginNote(null)}
    />
  );
}

/** The words on one's own mark, once more. */
export function EditDialog({ drawn, onLeave }: { drawn: DrawnMark; onLeave: () => void }) {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { titleOf } = useMarkWords();
  const { stored, mark } = drawn;
  return (
    <RemarkDialog
      title={t("editNote")}
      about={titleOf(drawn)}
      place={stored}
      first={mark}
      onSave={(remark) => {
        store.put(stored, stored.id, { ...mark, ...remark });
        onLeave();
      }}
      onLeave={onLeave}
    />
  );
}

function RemarkDialog(props: {
  title: string;
  about: string;
  place: MarkPlace;
  first: { body: string; mentions: readonly PersonId[] };
  onSave: (remark: { body: string; mentions: PersonId[] }) => void;
  onLeave: () => void;
}) {
  const { title, about, place, first, onSave, onLeave } = props;
  const t = useTranslations("marks");
  const [body, setBody] = useState(first.body);
  const [mentions, setMentions] = useState(first.mentions);
  const Layer = layerIcons[place.layer];
  const layerName = useLayerNames();
  const text = body.normalize("NFC").trim();
  const save = () => {
    if (text !== "" || first.body !== "") onSave({ body: text, mentions: [...mentions] });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onLeave}
      // What was typed is not lost by a press beside it.
      mustAnswer={text !== first.body}
      actions={
        <>
          <Button variant="neutral" onPress={onLeave}>
            {t("discard")}
          </Button>
          <Button variant="primary" isDisabled={text === "" && first.body === ""} onPress={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p className="border-s-4 border-primary ps-3 text-small text-muted">{about}</p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the field has the key; it is heard here on its way up */}
        <div
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        >
          <TextArea
            label={t("note")}
            hideLabel
            autoFocus
            placeholder={t("notePlaceholder")}
            rows={5}
            value={body}
            onChange={setBody}
            maxLength={4_000}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="flex items-center gap-2 text-small text-muted">
            <Layer aria-hidden className="size-4.5" />
            {layerName(place)} · {t(`layerSeenBy.${place.layer}`)}
          </p>
          <MentionPicker place={place} chosen={mentions} onChange={setMentions} />
        </div>
      </div>
    </Dialog>
  );
}
