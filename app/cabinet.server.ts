/** What the server hands to every loader and action, typed once. Types only: the running server is never imported. */
import type { AppLoadContext } from "@remix-run/node";
import type { PageRun } from "../domain/documents";
import { MeetingId, type VersionId } from "../domain/ids";
import type { MeetingView, PaperView } from "../domain/meetings";
import { textIn } from "../domain/text";
import type { PageContext } from "../server/http/page-context";
import type { Destination, Surroundings } from "./shell";

declare module "@remix-run/node" {
  interface AppLoadContext extends PageContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

/** The one who asks. The pipeline keeps strangers from every page that calls this. */
export function askerOf(context: AppLoadContext) {
  if (context.session === null) throw new Response(null, { status: 401 });
  return context.session;
}

/** Not there and not yours are the same answer. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** What stands around a page: whose installation it is, who reads, where they can go. */
export async function surroundingsOf(context: AppLoadContext): Promise<Surroundings> {
  const { personId, name } = askerOf(context);
  const bodies = await context.cabinet.read.bodies(personId);
  const title = bodies.find(({ ownTitle }) => ownTitle !== null)?.ownTitle ?? null;
  const readsJournal = bodies.some(({ can }) => can.includes("journal.read"));
  const destinations: Destination[] = ["today", "meetings"];
  return {
    owner: bodies[0] ? textIn(context.locale, bodies[0].name) : context.config.owner.name,
    demo: context.demo,
    plainHttp: context.config.insecureHttp,
    person: { name, title: title === null ? "" : textIn(context.locale, title) },
    destinations: [...destinations, ...(readsJournal ? (["journal"] as const) : []), "offline"],
  };
}

/** The meeting of the address as the asker may see it. @throws 404 when it is not there for them */
export async function meetingOf(
  context: AppLoadContext,
  meetingId: string | undefined,
): Promise<MeetingView> {
  const parsed = MeetingId.safeParse(meetingId);
  const view = parsed.success
    ? await context.cabinet.read.meetingView(parsed.data, askerOf(context).personId)
    : null;
  if (view === null) throw notFound();
  return view;
}

/**
 * The sizes of a paper's pages, so that the first of them stands in the page as it arrives: of the version that is
 * asked for, else of the current one. Empty where there is none for the asker.
 */
export async function versionPagesOf(
  context: AppLoadContext,
  paper: PaperView | undefined,
  asked: string | null = null,
): Promise<Readonly<Record<VersionId, readonly PageRun[]>>> {
  if (paper?.holding.type !== "file") return {};
  const { holding } = paper;
  const { versionId } = holding.earlier.find((each) => each.versionId === asked) ?? holding;
  const document = await context.cabinet.read.document(versionId, askerOf(context).personId);
  return document === null ? {} : { [versionId]: document.pageRuns };
}
