import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { Answer, clientMessages, Handshake, HandshakeRefusal, serverMessages } from "./messages";
import { PROTOCOL_VERSION, protocolHistory } from "./version";

/** One line per version that was ever served; never edited, only added to. */
const pinned: Readonly<Record<number, string>> = {
  1: "7537a31a4dcd70b73138999b4d8dd712e47706986a03893724c97ca4d8dd3d01",
  2: "798af0b9bc4e346d5e6f22e280b5cefab097ccbe8d70bdc32f9ace4862965890",
};

const schemaText = (schema: z.ZodType) =>
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }));

function hashOfProtocol(): string {
  const hash = createHash("sha256");
  const add = (name: string, schema: z.ZodType) => hash.update(`${name}\n${schemaText(schema)}\n`);
  add("handshake", Handshake);
  add("handshake refused", HandshakeRefusal);
  add("answer", Answer);
  for (const [name, { payload, answer }] of Object.entries(clientMessages)) {
    add(`> ${name}`, payload);
    add(`< ${name}`, answer);
  }
  for (const [name, schema] of Object.entries(serverMessages)) add(`< ${name}`, schema);
  return hash.digest("hex");
}

test("the messages are those of the version they say; a change of either needs the other", () => {
  expect(hashOfProtocol()).toBe(pinned[PROTOCOL_VERSION]);
});

test("the history tells of every version, the newest last", () => {
  expect(protocolHistory.map(({ version }) => version)).toEqual(
    Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1),
  );
});
