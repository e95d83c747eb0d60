import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config";

test("an empty environment gives the defaults, without demo", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    mode: "development",
    port: 3000,
    databaseUrl: null,
    demo: false,
    allowPlainHttp: false,
    maxDocumentBytes: 200 * 1024 * 1024,
  });
});

test("an empty variable counts as absent", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: " " })).toMatchObject({
    port: 3000,
    databaseUrl: null,
  });
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://somewhere/else"],
  ["DEMO", "perhaps"],
  ["PUBLIC_ORIGIN", "cabinet.example"],
  ["MAX_DOCUMENT_MB", "0"],
])("%s=%s is refused by its name", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`\\b${name}: `));
});
