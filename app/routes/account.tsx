import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DeviceId } from "../../domain/ids";
import { notFound } from "../cabinet.server";
import { pageTitle } from "../messages/speech.server";
import { AccountScreen } from "../sessions";
import { Page } from "../shell";
import { appearanceOf } from "../shell/appearance";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session, config, demo } = context;
  const { own } = context.identity;
  if (!session || !own) throw new Response(null, { status: 401 });
  const [account, sessions, passkeys, devices, offices, isHidden] = await Promise.all([
    own.userName(),
    own.sessions(),
    own.passkeys(),
    context.cabinet.devices.ofPerson(session.personId),
    context.cabinet.read.offices(session.personId),
    context.cabinet.hiddenReaders.isHidden(session.personId),
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
    offices,
    isHidden,
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
    case "name-staff":
    case "remove-staff": {
      const type = field("intent") === "name-staff" ? "office.name_staff" : "office.remove_staff";
      const command = { type, bodyId: field("bodyId"), personId: field("personId") };
      const actor = { kind: "person", personId: session.personId } as const;
      const answer = await cabinet.execute({ id: randomUUID(), ...command }, actor);
      if (!answer.ok) throw notFound();
      return null;
    }
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
        offices={more.offices}
        isHidden={more.isHidden}
        administrator={more.administrator}
      />
    </Page>
  );
}
