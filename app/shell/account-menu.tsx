import { useNavigate, useSubmit } from "@remix-run/react";
import { LogOut, Settings, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar, Menu, PlainButton } from "../ui";

/** Who is signed in here, with the way out. A page that is kept on devices knows nobody (an empty name). */
export function AccountMenu({ name, title }: { name: string; title: string }) {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const submit = useSubmit();
  const isKnown = name !== "";
  const label = isKnown ? t("account", { name }) : t("accountMenu.title");
  return (
    <Menu
      label={label}
      {...(isKnown && {
        header: (
          <>
            <span className="block text-label font-[650] text-ink">{name}</span>
            <span className="block">{title}</span>
          </>
        ),
      })}
      trigger={
        <PlainButton
          label={label}
          className="grid size-11 shrink-0 place-items-center rounded-full"
        >
          {isKnown ? (
            <Avatar name={name} size={44} />
          ) : (
            <span className="grid size-11 place-items-center rounded-full bg-primary-soft text-on-primary-soft">
              <UserRound aria-hidden className="size-5" />
            </span>
          )}
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
