/** Finds a Chromium and starts it. From npm where that has a build, so that a bare machine can run every test. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from "playwright-core";
import { z } from "zod";

type Found = { executablePath: string; env: Record<string, string> };

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

const missing =
  "No browser for the end-to-end tests: install Chrome or Chromium, or set CHROMIUM_PATH to its program, and run again.";

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
};

const programArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** The same drawing everywhere, with or without a graphics card: by none, which costs a third of imitating one. */
const withoutCard = ["--disable-gpu"];
/** For what measures drawing. */
const withImitatedCard = [
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** How long a test waits for what must come, on a machine that is busy otherwise; below what a test may take. */
export const patienceMs = 60_000;

/** Starts a browser of its own; the caller closes it. */
export async function launchChromium({ imitatesCard = false } = {}): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: [...programArguments, ...(imitatesCard ? withImitatedCard : withoutCard)],
  });
}

/** Starts a browser with the profile in `folder`, as a person's own device has it: what it keeps is there next time. */
export async function launchProfile(
  folder: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium();
  const profile = await chromium.launchPersistentContext(folder, {
    ...options,
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: [...programArguments, ...withoutCard],
  });
  profile.setDefaultTimeout(patienceMs);
  return profile;
}

/** `CHROMIUM_PATH`, else the build from npm, else one that is installed; throws one plain line when there is none. */
export async function findChromium(): Promise<Found> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`);
    return { executablePath: given, env: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return await unpackedFromNpm();
  const executablePath = installed[process.platform]?.find((file) => existsSync(file));
  if (!executablePath) throw new Error(missing);
  return { executablePath, env: {} };
}

/**
 * Unpacks `@sparticuz/chromium` once into node_modules/.cache. The package unpacks into the temporary folder, under
 * fixed names and takes a half-written program for a whole one; so it is given a folder of its own, which is renamed
 * when it is complete.
 */
async function unpackedFromNpm(): Promise<Found> {
  const manifest = await readFile(path.join(modules, "@sparticuz/chromium/package.json"), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  const cache = path.join(modules, ".cache");
  const home = path.join(cache, `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true });
    const unfinished = await mkdtemp(path.join(cache, "chromium-unpacking-"));
    await promisify(execFile)(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        'import chromium from "@sparticuz/chromium"; await chromium.executablePath();',
      ],
      // The package adds the libraries that a bare Linux lacks only where it believes to be in this environment.
      { env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" } },
    );
    await writeFile(path.join(unfinished, "fonts/fonts.conf"), fontsFrom(home));
    await rename(unfinished, home).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      // Another process was first; its copy is as good.
      if (!existsSync(home)) throw error;
    });
  }
  return {
    executablePath: path.join(home, "chromium"),
    env: {
      LD_LIBRARY_PATH: path.join(home, "al2023/lib"),
      FONTCONFIG_PATH: path.join(home, "fonts"),
      XDG_CACHE_HOME: path.join(home, "cache"),
    },
  };
}

/** The package's own list of font folders names places of another system. */
function fontsFrom(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/cache/fontconfig</cachedir>
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) defined[name] = value;
  }
  return defined;
}
