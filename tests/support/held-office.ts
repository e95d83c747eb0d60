/** Stands where LibreOffice would: says how far it is, and leaves a PDF once the test lets it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pdf } from "./pdf";

export type HeldOffice = {
  /** for `SOFFICE` */
  program: string;
  /** Lets it finish, this file and all that follow. */
  release(): Promise<void>;
  remove(): Promise<void>;
};

export async function holdOffice(): Promise<HeldOffice> {
  const folder = await mkdtemp(path.join(tmpdir(), "held-office-"));
  const [program, made, go] = ["soffice", "made.pdf", "go"].map((name) => path.join(folder, name));
  if (program === undefined || made === undefined || go === undefined) throw new Error("Unnamed.");
  await writeFile(made, pdf({ pages: ["made of words"] }));
  await writeFile(
    program,
    `#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
echo opening
while [ ! -e ${go} ]; do sleep 0.05; done
echo writing
cp ${made} "$out/paper.pdf"
# Each is a paper of its own.
echo "% $1" >>"$out/paper.pdf"
`,
    { mode: 0o700 },
  );
  return {
    program,
    release: () => writeFile(go, ""),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
