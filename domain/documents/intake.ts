/** What the intake of a file may answer before any command: why bytes did not become a version. */

export const intakeRefusals = [
  "document.version_exists",
  "document.file_name_missing",
  "document.too_large",
  "document.empty_file",
  "document.not_a_pdf",
  "document.truncated",
  "document.damaged",
  "document.password_protected",
  "document.no_pages",
  "document.too_many_pages",
  "document.check_timed_out",
  "document.check_failed",
  "document.upload_interrupted",
  "document.not_as_named",
  "document.kind_not_taken",
  "document.no_converter",
  "document.conversion_failed",
  "document.conversion_timed_out",
  "document.conversion_too_heavy",
] as const;
export type IntakeRefusal = (typeof intakeRefusals)[number];

/** How far a file is on its way to being a paper, where that is more than a check. */
export const conversionSteps = ["starting", "opening", "writing", "checking"] as const;
export type IntakeProgress =
  | { step: "waiting" /** files that come before it */; ahead: number }
  | { step: (typeof conversionSteps)[number] };

/** Things in a PDF that could act by themselves; shown without them, and said so beside the paper. */
export const activeContentFlags = [
  "javascript",
  "open_action",
  "launch",
  "embedded_file",
  "xfa",
  "rich_media",
] as const;
export type ActiveContentFlag = (typeof activeContentFlags)[number];

/** A run of pages of one size, in points (1/72 inch), as shown (rotation applied). */
export type PageRun = { pages: number; width: number; height: number };
