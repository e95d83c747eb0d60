/** Sending commands from screens that follow no meeting. */
import { useCallback } from "react";
import type { PersonId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import type { NewCommand } from "./outbox";
import { outboxOf } from "./tab.client";

/** Resolves with the server's answer; unanswered commands are repeated with the same id, also after a reload. */
export function useCommands(personId: PersonId): (command: NewCommand) => Promise<Answer> {
  return useCallback((command) => outboxOf(personId).send(command), [personId]);
}
