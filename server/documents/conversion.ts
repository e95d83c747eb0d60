/** From an upload that is no PDF to the paper that is read: pictures by our own child, office files by a converter. */
import path from "node:path";
import type { IntakeRefusal } from "../../domain/documents";
import type { FileStore, StoredFile } from "./file-store";
import { formatOf, headBytes, isOfficeName } from "./formats";
import { convertedFile } from "./inspection";
import type { Inspector } from "./inspector";
import { keepFile } from "./keep-file";
import type { Converted, OfficeConverter } from "./office-converter";

export type Conversion = {
  /** Why such a file would be refused whatever is in it; null: it may come. Known before a byte of it is sent. */
  refusesName(fileName: string): IntakeRefusal | null;
  /** The PDF of a stored upload, stored too; `pdf`: it is one, or nothing that we know. */
  toPdf(upload: StoredFile, fileName: string): Promise<Paper>;
};

type Paper =
  | { is: "pdf" }
  | { is: "converted"; pdf: StoredFile; mediaType: string }
  | { is: "refused"; reason: IntakeRefusal };

export function openConversion(parts: {
  store: FileStore;
  inspector: Inspector;
  /** null: there is none on this machine */
  office: OfficeConverter | null;
}): Conversion {
  const { store, inspector, office } = parts;

  async function headOf({ sha256, sizeBytes }: StoredFile): Promise<Buffer> {
    const last = Math.min(sizeBytes, headBytes) - 1;
    const bytes = await store.open(sha256, { first: 0, last });
    const chunks: Buffer[] = [];
    for await (const chunk of bytes ?? []) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }

  return {
    refusesName: (fileName) =>
      office === null && isOfficeName(fileName) ? "document.no_converter" : null,

    async toPdf(upload, fileName) {
      const format = formatOf(await headOf(upload), fileName);
      if (format.kind === "pdf") return { is: "pdf" };
      if (format.kind === "office" && office === null) {
        return { is: "refused", reason: "document.no_converter" };
      }
      return store.withFolder((folder) =>
        store.withPath(upload.sha256, async (file): Promise<Paper> => {
          const into = path.join(folder, convertedFile);
          const end: Converted =
            format.kind === "picture"
              ? await inspector.convert(file, folder, format.picture)
              : ((await office?.convert({ file, extension: format.extension, folder, into })) ??
                "failed");
          if (end === "late") return { is: "refused", reason: "document.conversion_timed_out" };
          if (end === "failed") return { is: "refused", reason: "document.conversion_failed" };
          const { mediaType } = format;
          return { is: "converted", pdf: await keepFile(store, into), mediaType };
        }),
      );
    },
  };
}
