import { Later, part } from "../ui";
import { useTooling } from "./tooling";

const noteDialogs = part(() => import("./note-dialog"));
const shareDialog = part(() => import("./share-dialog"));

/** What is asked in front of the paper: the words of a note, whether to share one. */
export function MarkQuestions() {
  const { noteAt, beginNote, question, ask } = useTooling();
  const leave = () => (noteAt === null ? ask(null) : beginNote(null));
  const shared = noteAt === null && question?.what === "share" ? question : null;
  return (
    <>
      <Later part={noteDialogs} when={noteAt !== null || question?.what === "edit"} onClose={leave}>
        {({ NewNoteDialog, EditDialog }) => {
          if (noteAt !== null) return <NewNoteDialog anchor={noteAt} />;
          return question !== null && <EditDialog drawn={question.drawn} onLeave={leave} />;
        }}
      </Later>
      <Later part={shareDialog} when={shared !== null} onClose={leave}>
        {({ ShareDialog }) =>
          shared !== null && <ShareDialog drawn={shared.drawn} into={shared.into} onLeave={leave} />
        }
      </Later>
    </>
  );
}
