import type { Fault, Verification } from "../server/journal/verify";

const sentences: { [F in Fault]: string } = {
  row_missing: "the row is missing",
  text_changed: "the text is not the one that was hashed",
  not_linked: "it does not hang on the row before",
  text_not_canonical: "the text is not canonical JSON",
  columns_disagree: "the columns say something else than the text",
  sealed_part_missing: "its sealed part is missing",
  sealed_part_changed: "its sealed part is not what was committed to",
  sealed_part_foreign: "it has a sealed part that it did not commit to",
  head_elsewhere: "the stream's head points elsewhere: rows at the end are missing, or were added",
};

/** Prints what a verification found; answers the exit code. */
export function sayWhatHolds({ streams, rows, sealedParts, broken }: Verification): 0 | 1 {
  for (const { stream, seq, fault } of broken)
    console.error(`${stream}, row ${seq}: ${sentences[fault]} (${fault}).`);
  if (broken.length > 0) return 1;
  console.info(
    `The journal holds: ${streams} streams, ${rows} rows, ${sealedParts} sealed parts, every link in its place.`,
  );
  return 0;
}
