import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "../../domain/text";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";
import { JournalScreen } from "../journal";
import { pageTitle } from "../messages/speech.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { personId } = askerOf(context);
  const asked = new URL(request.url).searchParams.get("before") ?? "";
  const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
  const [page, surroundings] = await Promise.all([
    context.cabinet.read.journal(params.stream ?? "", before, personId),
    surroundingsOf(context),
  ]);
  if (page === null) throw notFound();
  const title = { text: textIn(context.locale, page.title) };
  return { title: pageTitle(context.locale, "journal", title), surroundings, page };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Journal() {
  const { surroundings, page } = useLoaderData<typeof loader>();
  return <JournalScreen surroundings={surroundings} page={page} />;
}
