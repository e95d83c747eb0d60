import type { DocumentKind } from "../../../../domain/documents";
import type { Bilingual } from "../../../../domain/text";

export type DemoMeeting = "october" | "november" | "december" | "province";

export type DemoPaper = {
  key: string;
  meeting: DemoMeeting;
  /** number of the agenda item, from 1 */
  item: number;
  kind: DocumentKind;
  title: Bilingual;
  fileName: string;
  pages: number;
  bytes: Buffer;
};

export type PaperPlan = Omit<DemoPaper, "bytes"> & { print: (plan: PaperPlan) => Promise<Buffer> };
