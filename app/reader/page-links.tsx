import { useTranslations } from "use-intl";
import type { PageBox, PageLink } from "../../domain/documents";
import { PlainButton, Popover } from "../ui";
import type { PageLayerProps } from "./reader-context";
import { useReader } from "./reader-context";
import { useReading } from "./reading";

/**
 * The links in a page. One within the paper leads there; one out of it is shown with its whole address and never
 * opened: what a paper says it leads to, and where it leads, are two things.
 */
export function PageLinks({ page, scale }: PageLayerProps) {
  const { outline } = useReading();
  const links = outline?.links.filter((link) => link.page === page) ?? [];
  return links.map((link, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the links of a version never change
    <LinkOver key={at} link={link} scale={scale} />
  ));
}

function LinkOver({ link: { box, to }, scale }: { link: PageLink; scale: number }) {
  const t = useTranslations("reader");
  const { jump, packPage } = useReader();
  if ("place" in to) {
    const { page, y } = to.place;
    return (
      <div className="absolute" style={placed(box, scale)}>
        <PlainButton
          label={t("linkToPage", { n: packPage(page) })}
          className="paper-link inset-0"
          onPress={() => jump({ page, ...(y !== null && { box: { ...box, y } }) })}
        >
          {null}
        </PlainButton>
      </div>
    );
  }
  return (
    <div className="absolute" style={placed(box, scale)}>
      <Popover
        label={t("linkOut")}
        trigger={
          <PlainButton label={t("linkOut")} className="paper-link inset-0">
            {null}
          </PlainButton>
        }
      >
        <p className="text-small text-muted">{t("linkOutExplain")}</p>
        <p className="mt-2 text-body break-all select-all">{to.address}</p>
      </Popover>
    </div>
  );
}

function placed({ x, y, width, height }: PageBox, scale: number) {
  return { left: x * scale, top: y * scale, width: width * scale, height: height * scale };
}
