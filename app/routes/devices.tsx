/** Everybody's devices that keep papers, for the administrator of the installation. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { longestLeaseDays } from "../../domain/devices";
import { DeviceId } from "../../domain/ids";
import { askerOf, notFound, surroundingsOf } from "../cabinet.server";
import { pageTitle } from "../messages/speech.server";
import { DevicesCard } from "../offline";
import { Page } from "../shell";

export async function loader({ context }: LoaderFunctionArgs) {
  const devices = await context.cabinet.devices.all(askerOf(context));
  if (devices === null) throw notFound();
  return {
    title: pageTitle(context.locale, "devices"),
    surroundings: await surroundingsOf(context),
    timeZone: context.config.timeZone,
    devices,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const deviceId = DeviceId.safeParse(form.get("deviceId"));
  if (form.get("intent") !== "device-lost") throw new Response(null, { status: 400 });
  const reported =
    deviceId.success && (await context.cabinet.devices.reportLost(deviceId.data, askerOf(context)));
  if (!reported) throw notFound();
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Devices() {
  const { surroundings, timeZone, devices } = useLoaderData<typeof loader>();
  const t = useTranslations("offline.devices");
  return (
    <Page surroundings={surroundings} title={t("title")}>
      <div className="mx-auto max-w-3xl">
        <DevicesCard
          devices={devices}
          timeZone={timeZone}
          leaseDays={longestLeaseDays}
          title={t("all")}
          explain={t("allExplain")}
          withOwner
        />
      </div>
    </Page>
  );
}
