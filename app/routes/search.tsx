import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maxQueryLength } from "../../domain/search";
import { askerOf, surroundingsOf } from "../cabinet.server";
import { useConnection } from "../live/use-meeting";
import { pageTitle } from "../messages/speech.server";
import { SearchScreen } from "../search";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, maxQueryLength);
  const [surroundings, answer] = await Promise.all([
    surroundingsOf(context),
    typed.trim() === ""
      ? null
      : context.cabinet.read.searchEverything(askerOf(context).personId, typed),
  ]);
  return { title: pageTitle(context.locale, "search"), surroundings, typed, answer };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Search() {
  const { surroundings, typed, answer } = useLoaderData<typeof loader>();
  return (
    <SearchScreen
      key={typed}
      surroundings={surroundings}
      connection={useConnection().state}
      typed={typed}
      answer={answer}
    />
  );
}
