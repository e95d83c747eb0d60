import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";
import { JournalListScreen } from "../journal";
import { pageTitle } from "../messages/speech.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const surroundings = await surroundingsOf(context);
  // for those who may read none the page is not there
  if (!surroundings.destinations.includes("journal")) throw notFound();
  const streams = await context.cabinet.read.journalStreams(askerOf(context).personId);
  return { title: pageTitle(context.locale, "journal"), surroundings, streams };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Journals() {
  const { surroundings, streams } = useLoaderData<typeof loader>();
  return <JournalListScreen surroundings={surroundings} streams={streams} />;
}
