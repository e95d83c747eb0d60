/** The environment, parsed once at start; nothing else in the product reads `process.env`. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findSoffice } from "./documents/office/find-office";

const flag = z
  .enum(["1", "0", "true", "false", "on", "off"])
  .transform((text) => text === "1" || text === "true" || text === "on");

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** 0 takes any free port (tests). */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The one address to listen on; every address of the machine without it. */
  HOST: z.string().optional(),
  /** Without it the product boots its own PostgreSQL under `DATA_DIR`. */
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must look like postgres://user:password@host/database",
    })
    .optional(),
  DATA_DIR: z.string().default("data"),
  /** Demo people, papers and one-click sign-in; never on a real installation. */
  DEMO: flag.default(false),
  /** The address people use (`https://…`): the only origin that may send changes. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Lets sign-in cookies travel without TLS beyond this machine; the page then says so. */
  ALLOW_PLAIN_HTTP: flag.default(false),
  /** How many proxies stand in front and may be believed about the client's address and scheme. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Whose system this is, as the sign-in page and the top of every page say it. */
  OWNER_NAME: z.string().max(120).default("E-Cabinet"),
  OWNER_MOTTO: z.string().max(200).default(""),
  /** For times that belong to no body: sign-ins, uploads. A body's own times are in its own zone. */
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: "must be an IANA time zone" })
    .default("Asia/Ho_Chi_Minh"),
  /** Whether DOCX, XLSX, PPTX and ODF are taken, which LibreOffice then makes papers of. */
  OFFICE_FILES: flag.default(true),
  /** An installed LibreOffice; looked for on the search path without it, and our own is taken where none is found. */
  SOFFICE: z.string().optional(),
  /** How long one file may take, and all memory that LibreOffice may take meanwhile; it needs a gigabyte for itself. */
  CONVERSION_SECONDS: z.coerce.number().int().min(5).max(3_600).default(120),
  CONVERSION_MB: z.coerce.number().int().min(1_280).max(32_768).default(2_048),
  PATH: z.string().default(""),
  MAX_DOCUMENT_MB: z.coerce.number().int().min(1).max(2_048).default(200),
  /** The highest grade of secrecy a paper may carry here: its place in the body's own list, 0 for ungraded. */
  GRADE_CEILING: z.coerce.number().int().min(0).max(9).default(0),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1_440).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
});

export type Config = {
  mode: "development" | "production" | "test";
  /** Where the product's own files lie (migrations, built pages). */
  root: string;
  port: number;
  host: string | null;
  databaseUrl: string | null;
  dataDir: string;
  demo: boolean;
  publicOrigin: string | null;
  allowPlainHttp: boolean;
  trustedProxies: number;
  owner: { name: string; motto: string };
  timeZone: string;
  maxDocumentBytes: number;
  /** null: office files are not taken */
  conversion: { soffice: string | null; limitMs: number; residentMb: number } | null;
  gradeCeiling: number;
  sessionIdleMs: number;
  sessionAbsoluteMs: number;
};

/** The part of the configuration that pages may show. */
export type PublicConfig = Pick<
  Config,
  "demo" | "owner" | "timeZone" | "maxDocumentBytes" | "gradeCeiling"
>;

/** A message for the person who starts the server. */
export class ConfigError extends Error {}

/** Parses the environment; an empty variable counts as absent. Throws `ConfigError` that names what is wrong. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The environment is not usable:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  return {
    mode: env.NODE_ENV,
    root: productRoot(),
    port: env.PORT,
    host: env.HOST ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: path.resolve(env.DATA_DIR),
    demo: env.DEMO,
    publicOrigin: env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN).origin : null,
    allowPlainHttp: env.ALLOW_PLAIN_HTTP,
    trustedProxies: env.TRUSTED_PROXIES,
    owner: { name: env.OWNER_NAME, motto: env.OWNER_MOTTO },
    timeZone: env.TIME_ZONE,
    maxDocumentBytes: env.MAX_DOCUMENT_MB * 1024 * 1024,
    conversion: env.OFFICE_FILES
      ? {
          soffice: findSoffice(env.SOFFICE ?? null, env.PATH),
          limitMs: env.CONVERSION_SECONDS * 1_000,
          residentMb: env.CONVERSION_MB,
        }
      : null,
    gradeCeiling: env.GRADE_CEILING,
    sessionIdleMs: env.SESSION_IDLE_MINUTES * 60_000,
    sessionAbsoluteMs: env.SESSION_HOURS * 3_600_000,
  };
}

export function publicConfig(config: Config): PublicConfig {
  return {
    demo: config.demo,
    owner: config.owner,
    timeZone: config.timeZone,
    maxDocumentBytes: config.maxDocumentBytes,
    gradeCeiling: config.gradeCeiling,
  };
}

/** The nearest folder upwards with our `package.json`; the source and the one-file bundle lie at different depths. */
function productRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("The product's package.json is missing.");
    folder = parent;
  }
  return folder;
}

/** Asked of the formatter: the list of supported names has only one of each zone's (Asia/Saigon, not Asia/Ho_Chi_Minh). */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
