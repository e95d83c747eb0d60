import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { pageTitle } from "../messages/speech.server";
import { OfflineScreen } from "../offline";
import { ownPath } from "../sessions";

/** The same for everybody, signed in or not: this page is kept on devices. */
export function loader({ context }: LoaderFunctionArgs) {
  const { config, demo, locale } = context;
  return {
    title: pageTitle(locale, "offline"),
    surroundings: { owner: config.owner.name, demo, plainHttp: config.insecureHttp },
    timeZone: config.timeZone,
  };
}

/** Nothing here is the server's, and it may be gone. */
export function shouldRevalidate() {
  return false;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Offline() {
  const { surroundings, timeZone } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const to = asked.get("to");
  return (
    <OfflineScreen
      surroundings={surroundings}
      timeZone={timeZone}
      to={to === null ? null : ownPath(to)}
    />
  );
}
