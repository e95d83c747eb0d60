/** A real server on a free port with a database of its own, and people who can sign in to it. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Database } from "../../db";
import { PersonId } from "../../domain/ids";
import { readConfig } from "../../server/config";
import { type Accounts, openAccounts, openPasswords } from "../../server/people";
import { serve } from "../../server/serve";
import type { IdentityParts } from "../../server/sessions";
import { copyDatabase } from "./database";

export type IdentityServer = {
  address: string;
  identity: IdentityParts;
  database: Database;
  accounts: Accounts;
  newPerson(details?: { demo?: boolean }): Promise<NewPerson>;
  /** A second server process's worth of product on the same database. */
  another(variables: Record<string, string>): Promise<{ address: string; stop(): Promise<void> }>;
  stop(): Promise<void>;
};

export type NewPerson = { personId: PersonId; name: string; userName: string; password: string };

export async function startIdentityServer(
  variables: Record<string, string> = {},
): Promise<IdentityServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-identity-"));
  const copy = await copyDatabase();
  const database = await copy.open();
  // The demonstration's whole story is not wanted here, only its door.
  await database.sql`insert into demo_seed (began_at, finished_at) values (now(), now())`;
  const accounts = openAccounts(database, openPasswords());
  const another = (more: Record<string, string>) =>
    serve(
      readConfig({
        NODE_ENV: "test",
        PORT: "0",
        DATA_DIR: dataDir,
        DATABASE_URL: copy.url,
        ...more,
      }),
    );
  const clear = async () => {
    await database.close();
    await copy.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const server = await another(variables).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  let made = 0;
  return {
    address: server.address,
    identity: server.identity,
    database,
    accounts,
    another,
    async newPerson({ demo = false } = {}) {
      const number = ++made;
      const person = {
        personId: PersonId.parse(randomUUID()),
        name: `Nghiêm Việt Trụ ${number}`,
        userName: `tru.${number}`,
        password: `mật khẩu dài số ${number}`,
      };
      const answer = await accounts.createAccount({
        ...person,
        administrator: false,
        demo,
        ...(demo && {
          introduction: {
            title: { vi: "Bộ trưởng", en: "Minister" },
            role: "member" as const,
            column: "members" as const,
            order: number,
          },
        }),
      });
      if (!answer.ok) throw new Error(answer.code);
      return person;
    },
    async stop() {
      await server.stop();
      await clear();
    },
  };
}

export type PlainAnswer = {
  status: number;
  headers: Record<string, string>;
  /** `name=value` of each cookie that was set */
  cookies: string[];
  setCookies: string[];
  body: string;
};

/** One request, header for header as given: `fetch` would not let a test forge Host or Origin. */
export function send(
  address: string,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    cookies?: readonly string[];
    form?: Record<string, string>;
    json?: unknown;
    body?: string;
  } = {},
): Promise<PlainAnswer> {
  const { form, json, cookies = [] } = options;
  const body =
    form !== undefined
      ? new URLSearchParams(form).toString()
      : json !== undefined
        ? JSON.stringify(json)
        : (options.body ?? null);
  const method = options.method ?? (body === null ? "GET" : "POST");
  const headers: Record<string, string> = {
    accept: "text/html",
    ...(method !== "GET" && { origin: address }),
    ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    ...(json !== undefined && { "content-type": "application/json", accept: "application/json" }),
    ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
    ...(body !== null && { "content-length": String(Buffer.byteLength(body)) }),
    ...options.headers,
  };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const outgoing = httpRequest({ host: hostname, port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const setCookies = incoming.headers["set-cookie"] ?? [];
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          ),
          setCookies,
          cookies: setCookies.map((cookie) => cookie.split(";", 1)[0] ?? ""),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body ?? undefined);
  });
}

/** Signs in as people do, by the form. */
export function signIn(
  address: string,
  person: { userName: string; password: string },
  options: { cookies?: readonly string[]; headers?: Record<string, string>; next?: string } = {},
): Promise<PlainAnswer> {
  const { next = "/", ...rest } = options;
  return send(address, "/sign-in", {
    ...rest,
    form: { account: person.userName, password: person.password, next },
  });
}
