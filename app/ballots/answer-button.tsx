import type { AnswerMeaning } from "../../domain/bodies";
import { classes, PlainButton } from "../ui";
import { VoteMark } from "./vote-mark";

const looks: Record<AnswerMeaning, string> = {
  yes: "border-approve text-approve hover:bg-approve-soft data-pressed:bg-approve-soft",
  no: "border-reject text-reject hover:bg-reject-soft data-pressed:bg-reject-soft",
  abstain:
    "border-dashed border-abstain text-on-abstain-soft hover:bg-abstain-soft data-pressed:bg-abstain-soft",
};

/** 64 high, unfilled, none preferred: no answer looks like the default. */
export function AnswerButton(props: {
  meaning: AnswerMeaning;
  word: string;
  /** "Tán thành, nội dung 2: …" */
  name: string;
  isDisabled: boolean;
  describedBy: string;
  onPress: () => void;
}) {
  const { meaning, word, name, isDisabled, describedBy, onPress } = props;
  return (
    <PlainButton
      label={name}
      isDisabled={isDisabled}
      describedBy={describedBy}
      onPress={onPress}
      className={classes(
        "flex min-h-16 min-w-0 items-center justify-center gap-2 rounded-2 border-2 bg-surface px-2 text-body font-[650]",
        "disabled:opacity-55 disabled:hover:bg-surface room-wide:w-[206px] room-medium:w-[180px]",
        looks[meaning],
      )}
    >
      <VoteMark of={meaning} size={24} />
      <span>{word}</span>
    </PlainButton>
  );
}
