import { EditDialog, NewNoteDialog } from "./note-dialog";
import { ShareDialog } from "./share-dialog";
import { useTooling } from "./tooling";

/** What is asked in front of the paper: the words of a note, whether to share one. */
export function MarkQuestions() {
  const { noteAt, question, ask } = useTooling();
  if (noteAt !== null) return <NewNoteDialog anchor={noteAt} />;
  if (question === null) return null;
  const leave = () => ask(null);
  return question.what === "edit" ? (
    <EditDialog drawn={question.drawn} onLeave={leave} />
  ) : (
    <ShareDialog drawn={question.drawn} into={question.into} onLeave={leave} />
  );
}
