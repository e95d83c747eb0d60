import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DeviceId, PersonId } from "../../domain/ids";
import { notFound } from "../cabinet.server";
import { pageTitle } from "../messages/speech.server";
import { AccountScreen } from "../sessions";
import { Page } from "../shell";
import { appearanceOf } from "../shell/appearance";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session, config, demo } = context;
  const { own } = context.identity;
  if (!session || !own) throw new Response(null, { status: 401 });
  const [account, sessions, passkeys, devices, office] = await Promise.all([
    own.userName(),
    own.sessions(),
    own.passkeys(),
    context.cabinet.devices.ofPerson(session.personId),
    context.cabinet.offices.of(session.personId),
  ]);
  return {
    title: pageTitle(context.locale, "account"),
    surroundings: { owner: config.owner.name, demo, plainHttp: config.insecureHttp },
    timeZone: config.timeZone,
    appearance: appearanceOf(request.headers.get("cookie")),
    name: session.name,
    account,
    sessions,
    passkeys,
    devices,
    office,
    administrator: session.administrator,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session, identity, cabinet } = context;
  const { own } = identity;
  if (!session || !own) throw new Response(null, { status: 401 });
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "").slice(0, 2_000);
  switch (field("intent")) {
    case "end-session":
      await own.endSession(field("sessionId"));
      return null;
    case "end-others":
      await own.endOtherSessions();
      return null;
    case "remove-passkey":
      await own.removePasskey(field("credentialId"));
      return null;
    case "device-lost": {
      const deviceId = DeviceId.safeParse(field("deviceId"));
      if (!deviceId.success || !(await cabinet.devices.reportLost(deviceId.data, session)))
        throw notFound();
      return null;
    }
    case "name-staff":
    case "remove-staff": {
      const personId = PersonId.safeParse(field("personId"));
      if (!personId.success) throw notFound();
      const change =
        field("intent") === "name-staff" ? cabinet.offices.name : cabinet.offices.remove;
      if (!(await change(session.personId, personId.data))) throw notFound();
      return null;
    }
    case "change-password": {
      const outcome = await own.changePassword(field("current"), field("wanted"));
      return data(outcome, { status: outcome.ok ? 200 : 422 });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Account() {
  const { surroundings, timeZone, appearance, name, account, sessions, passkeys, ...more } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useTranslations("nav");
  const person = { name, title: account.userName };
  return (
    <Page
      surroundings={{ ...surroundings, person, destinations: ["today", "meetings", "offline"] }}
      title={t("account")}
    >
      <AccountScreen
        name={name}
        userName={account.userName}
        hasPassword={account.hasPassword}
        sessions={sessions}
        passkeys={passkeys}
        password={outcome ?? null}
        appearance={appearance}
        timeZone={timeZone}
        devices={more.devices}
        office={more.office}
        administrator={more.administrator}
      />
    </Page>
  );
}
