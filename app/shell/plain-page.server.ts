import type { PlainPageContent } from "../../server/http/errors";
import { sentences } from "../messages/speech.server";

const byStatus = {
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  413: "tooLarge",
  429: "tooMany",
  503: "maintenance",
} as const;

/**
 * A page without scripts, styles or anything that could fail in its turn, for what goes wrong before the pages or in
 * their place. Its sentences are ours and hold no markup; the reference has our own letters only.
 */
export function plainPage({
  status,
  needsTls,
  locale,
  reference,
}: PlainPageContent): Promise<string> {
  const t = sentences(locale);
  const reason = needsTls ? "plainHttp" : reasonOf(status);
  const lines = [
    "<!doctype html>",
    `<html lang="${locale}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${t(`errors.${reason}.title`)} · ${t("titles.product")}</title>`,
    "<main>",
    `<h1>${t(`errors.${reason}.title`)}</h1>`,
    `<p>${t(`errors.${reason}.body`)}</p>`,
    ...(reference === null ? [] : [`<p>${t("errors.reference", { ref: reference })}</p>`]),
    `<p><a href="/">${t("errors.home")}</a></p>`,
    "</main>",
    "</html>",
  ];
  return Promise.resolve(lines.join("\n"));
}

function reasonOf(status: number): (typeof byStatus)[keyof typeof byStatus] | "unexpected" {
  return isKnown(status) ? byStatus[status] : "unexpected";
}

function isKnown(status: number): status is keyof typeof byStatus {
  return status in byStatus;
}
