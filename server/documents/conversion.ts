/** From an upload that is no PDF to the paper that is read: pictures by our own child, office files by a converter. */
import path from "node:path";
import type { IntakeRefusal } from "../../domain/documents";
import type { FileStore, StoredFile } from "./file-store";
import { formatOf, headBytes, isNotTakenName, isOfficeName } from "./formats";
import { convertedFile } from "./inspection";
import type { Inspector } from "./inspector";
import { keepFile } from "./keep-file";
import { refuseArchive } from "./office/archive";
import type { Converted, OfficeConverter, TellProgress } from "./office/office-converter";

export type Conversion = {
  /** Why such a file would be refused whatever is in it; null: it may come. Known before a byte of it is sent. */
  refusesName(fileName: string): IntakeRefusal | null;
  /** Whether such a file goes through LibreOffice, which takes its time. */
  takesLong(fileName: string): boolean;
  /** The PDF of a stored upload, stored too; `pdf`: it is one, or nothing that we know. */
  toPdf(upload: StoredFile, fileName: string, tell: TellProgress): Promise<Paper>;
};

type Paper =
  | { is: "pdf" }
  | { is: "converted"; pdf: StoredFile; mediaType: string }
  | { is: "refused"; reason: IntakeRefusal };

const reasons: Record<Exclude<Converted, "converted">, IntakeRefusal> = {
  late: "document.conversion_timed_out",
  too_heavy: "document.conversion_too_heavy",
  failed: "document.conversion_failed",
};

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
    refusesName(fileName) {
      if (isNotTakenName(fileName)) return "document.kind_not_taken";
      return office === null && isOfficeName(fileName) ? "document.no_converter" : null;
    },
    takesLong: (fileName) => office !== null && isOfficeName(fileName),

    async toPdf(upload, fileName, tell) {
      const format = formatOf(await headOf(upload), fileName);
      if (format.kind === "pdf") return { is: "pdf" };
      if (format.kind === "not_as_named") {
        return { is: "refused", reason: "document.not_as_named" };
      }
      if (format.kind === "office" && office === null) {
        return { is: "refused", reason: "document.no_converter" };
      }
      return store.withFolder((folder) =>
        store.withPath(upload.sha256, async (file): Promise<Paper> => {
          const into = path.join(folder, convertedFile);
          let end: Converted = "failed";
          if (format.kind === "picture") {
            end = await inspector.convert(file, folder, format.picture);
          } else if (office !== null) {
            const { extension } = format;
            const reason = await refuseArchive(file, extension);
            if (reason !== null) return { is: "refused", reason };
            end = await office.convert({ file, extension, folder, into }, tell);
            if (end === "converted") tell({ step: "checking" });
          }
          if (end !== "converted") return { is: "refused", reason: reasons[end] };
          const { mediaType } = format;
          return { is: "converted", pdf: await keepFile(store, into), mediaType };
        }),
      );
    },
  };
}
