/**
 * The process in which LibreOffice as WebAssembly makes PDF of one file. It has a file system of its own in memory and
 * neither ours nor a network: what WebAssembly may call is what is handed to it here.
 */
import { readFileSync, writeFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import vm from "node:vm";
import * as threads from "node:worker_threads";
import { z } from "zod";
import { profile } from "./profile";

const { wasm, file, extension, made, heapMb } = z
  .object({
    wasm: z.string(),
    file: z.string(),
    extension: z.string(),
    made: z.string(),
    heapMb: z.int().positive(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

// Nothing that is opened by a relative name lies near the product.
process.chdir(tmpdir());

/** Heard by the server, also while this thread is lost in a file. */
const tell = (step: "opening" | "writing") => writeSync(1, `${step}\n`);

const pageBytes = 65_536;
/** What the code was built to begin with, in pages. */
const firstPages = 16_384;
const memory = new WebAssembly.Memory({
  initial: firstPages,
  maximum: Math.min(65_536, Math.max(firstPages, (heapMb * 1_024 * 1_024) / pageBytes)),
  shared: true,
});

/** Functions of LibreOfficeKit as the package exports them; numbers are addresses in `memory`. */
const fn = <Given extends unknown[], Result>() =>
  z.custom<(...given: Given) => Result>((value) => typeof value === "function");
const Kit = z.object({
  _malloc: fn<[number], number>(),
  _libreofficekit_hook: fn<[string: number], number>(),
  _lok_documentLoad: fn<[kit: number, url: number], number>(),
  _lok_documentGetDocumentType: fn<[document: number], number>(),
  _lok_documentSaveAs: fn<[document: number, url: number, format: number, more: number], number>(),
  FS: z.object({
    mkdirTree: fn<[string], void>(),
    writeFile: fn<[string, Uint8Array | string], void>(),
    readFile: fn<[string], Uint8Array>(),
  }),
});

/** LibreOfficeKit's number for each kind of document: what cannot be read as what it is named is read as text otherwise. */
const documentTypes: Readonly<Record<string, number>> = {
  docx: 0,
  odt: 0,
  xlsx: 1,
  ods: 1,
  pptx: 2,
  odp: 2,
};

/** Filled by the script that it is handed to. */
const module: Record<string, unknown> = {
  wasmMemory: memory,
  // Its own main function would run in a thread beside ours, and both would wait for each other.
  noInitialRun: true,
  locateFile: (name: string) => path.join(wasm, name),
  print: () => undefined,
  printErr: () => undefined,
  preRun: [
    () => {
      // It has four threads and can start no more while this one is at work, however many processors there are.
      Object.assign(z.object({}).loose().parse(module.ENV), { MAX_CONCURRENCY: "2" });
    },
  ],
  onRuntimeInitialized: () => setImmediate(() => process.exit(convert(Kit.parse(module)) ? 0 : 1)),
};

function convert({ FS, ...kit }: z.infer<typeof Kit>): boolean {
  const address = (text: string) => {
    const bytes = Buffer.from(`${text}\0`);
    const at = kit._malloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  };
  FS.mkdirTree("/instdir/user");
  FS.writeFile("/instdir/user/registrymodifications.xcu", profile);
  const office = kit._libreofficekit_hook(address("/instdir/program"));
  if (office === 0) return false;
  tell("opening");
  const named = `/tmp/paper.${extension}`;
  FS.writeFile(named, readFileSync(file));
  const paper = kit._lok_documentLoad(office, address(`file://${named}`));
  if (paper === 0) return false;
  if (kit._lok_documentGetDocumentType(paper) !== documentTypes[extension]) return false;
  tell("writing");
  const into = address("file:///tmp/made.pdf");
  if (kit._lok_documentSaveAs(paper, into, address("pdf"), address("")) === 0) return false;
  writeFileSync(made, FS.readFile("/tmp/made.pdf"));
  return true;
}

/** Its threads are plain JavaScript and need no compiler of ours. */
class PlainWorker extends threads.Worker {
  constructor(name: string, options: threads.WorkerOptions = {}) {
    super(name, { ...options, execArgv: [], env: {} });
  }
}

const script = path.join(wasm, "soffice.cjs");
const ownRequire = createRequire(script);
/** All that it may have of Node. It asks for `ws` besides, to carry the sockets of WebAssembly over the network. */
const given = new Set(["fs", "path", "os", "crypto"]);
const onlyGiven = (name: string): unknown => {
  if (name === "worker_threads") return { ...threads, Worker: PlainWorker };
  if (!given.has(name)) throw new Error(`LibreOffice is not given ${name}.`);
  return ownRequire(name);
};

Object.assign(globalThis, { Module: module });
vm.compileFunction(readFileSync(script, "utf8"), ["require", "__filename", "__dirname"], {
  filename: script,
})(onlyGiven, script, wasm);
