import { useNavigate, useSubmit } from "@remix-run/react";
import { LogOut, Settings } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar, Menu, PlainButton } from "../ui";

/** Who is signed in here, with the way out. */
export function AccountMenu({ name, title }: { name: string; title: string }) {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const submit = useSubmit();
  return (
    <Menu
      label={t("account", { name })}
      header={
        <>
          <span className="block text-label font-[650] text-ink">{name}</span>
          <span className="block">{title}</span>
        </>
      }
      trigger={
        <PlainButton
          label={t("account", { name })}
          className="grid size-11 shrink-0 place-items-center rounded-full"
        >
          <Avatar name={name} size={44} />
        </PlainButton>
      }
      entries={[
        {
          id: "settings",
          label: t("accountMenu.settings"),
          icon: Settings,
          onAction: () => navigate("/account"),
        },
        {
          id: "sign-out",
          label: t("accountMenu.signOut"),
          icon: LogOut,
          onAction: () => submit(null, { method: "post", action: "/sign-out" }),
        },
      ]}
    />
  );
}
