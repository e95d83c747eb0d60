/** The seed's pen: commands through the same door as everybody's, with ids that make a second run harmless. */
import type { z } from "zod";
import type { CommandType, commandSchemas } from "../../../domain/commands";
import type { PersonId } from "../../../domain/ids";
import type { Actor } from "../../../domain/stream";
import type { Instant } from "../../../domain/text";
import { demoId } from "../identifiers";

type Payload<T extends CommandType> = z.input<(typeof commandSchemas)[T]>;
type SeedAnswer = { ok: true } | { ok: false; refusal: { code: string }; issues?: unknown };
export type Execute = (
  input: unknown,
  actor: Actor,
  options: { at: Instant },
) => Promise<SeedAnswer>;

export type Script = {
  /** @throws Error when the door refuses: the demonstration must tell a lawful story */
  send<T extends CommandType>(
    type: T,
    payload: Payload<T>,
    by: PersonId,
    at: Instant,
  ): Promise<void>;
};

export function openScript(execute: Execute, scope: string): Script {
  let count = 0;
  return {
    async send(type, payload, by, at) {
      count += 1;
      const id = demoId("command", `${scope}/${count}`);
      const answer = await execute(
        { ...payload, id, type },
        { kind: "person", personId: by },
        { at },
      );
      if (!answer.ok) {
        const detail = answer.issues === undefined ? "" : ` ${JSON.stringify(answer.issues)}`;
        throw new Error(
          `The demo's ${scope}/${count} ${type} was refused: ${answer.refusal.code}${detail}`,
        );
      }
    },
  };
}
