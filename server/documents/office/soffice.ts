/** An installed LibreOffice, with an empty profile for each file. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { OfficeEngine } from "./engine";
import { profile } from "./profile";

export const soffice = (program: string): OfficeEngine => ({
  async prepare({ file, extension, folder }) {
    const home = path.join(folder, "profile");
    await mkdir(path.join(home, "user"), { recursive: true });
    await writeFile(path.join(home, "user/registrymodifications.xcu"), profile);
    // It tells what a file is by its name.
    const named = path.join(folder, `paper.${extension}`);
    await copyFile(file, named);
    const given = [
      "--headless",
      "--norestore",
      "--nolockcheck",
      "--nodefault",
      "--nologo",
      `-env:UserInstallation=${pathToFileURL(home).href}`,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      named,
    ];
    return {
      command: { program, given, startIn: folder },
      made: path.join(folder, "paper.pdf"),
    };
  },
});
