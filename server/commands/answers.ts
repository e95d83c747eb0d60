/** Answers given: the same id gets the same answer for ever, with its first receipt. */
import { hash } from "node:crypto";
import type { TransactionSql } from "postgres";
import { lines } from "../../db/lines";
import type { Command } from "../../domain/commands";
import type { CommandId } from "../../domain/ids";
import { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import { actorText } from "../journal/append";
import { canonicalText } from "../journal/canonical";

/** What makes two commands the same: their content and who gives them. */
export function payloadHashOf(command: Command, actor: Actor): string {
  return hash("sha256", `${actorText(actor)}\n${canonicalText(command)}`, "hex");
}

export type Given = { payloadHash: string; answer: Answer };

export async function answersGiven(
  tx: TransactionSql,
  commandIds: readonly CommandId[],
): Promise<Map<CommandId, Given>> {
  const rows = await tx<{ command_id: CommandId; payload_hash: string; answer: unknown }[]>`
    select command_id, encode(payload_hash, 'hex') as payload_hash, answer
    from command_answer
    where command_id = any(string_to_array(${lines(commandIds, (id) => id)}, chr(10))::uuid[])`;
  return new Map(
    rows.map(({ command_id, payload_hash, answer }) => [
      command_id,
      { payloadHash: payload_hash, answer: Answer.parse(answer) },
    ]),
  );
}

export async function keepAnswers(
  tx: TransactionSql,
  answers: readonly (Given & { commandId: CommandId })[],
): Promise<void> {
  if (answers.length === 0) return;
  await tx`
    insert into command_answer (command_id, payload_hash, answer)
    select command_id, decode(payload_hash, 'hex'), answer::jsonb
    from unnest(
      string_to_array(${lines(answers, ({ commandId }) => commandId)}, chr(10))::uuid[],
      string_to_array(${lines(answers, ({ payloadHash }) => payloadHash)}, chr(10)),
      string_to_array(${lines(answers, ({ answer }) => JSON.stringify(answer))}, chr(10))
    ) as row (command_id, payload_hash, answer)`;
}
