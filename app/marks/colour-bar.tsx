import {
  BriefcaseBusiness,
  ChevronDown,
  Lock,
  type LucideIcon,
  SlidersHorizontal,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { type Layer, type MarkColour, markColours } from "../../domain/marks";
import { Button, classes, IconButton, Menu, PlainButton, Popover, Switch } from "../ui";
import { useLayerNames } from "./layer-names";
import { edgeOf, fillOf, inkOf } from "./mark-colours";
import type { MarkPlace } from "./marks-store";
import { useTooling } from "./tooling";
import { useOffices, useWritable } from "./use-store";

export const layerIcons: Readonly<Record<Layer, LucideIcon>> = {
  private: Lock,
  office: BriefcaseBusiness,
  shared: UsersRound,
};

/** With a tool in the hand: its colours by name, and what new marks are written into. */
export function ColourBar() {
  const t = useTranslations("marks");
  const { tool, colour, inkColour, change } = useTooling();
  if (tool === null) return null;
  return (
    <section
      aria-label={t("bar")}
      className="@container flex min-h-13 shrink-0 flex-wrap items-center gap-x-1 border-b border-border bg-surface px-2"
    >
      {tool === "eraser" ? (
        <EraserChoice />
      ) : (
        <fieldset aria-label={t("colours")} className="flex flex-wrap items-center gap-1">
          {tool === "ink" && (
            <ColourButton
              colour={null}
              isChosen={inkColour === null}
              onChoose={() => change({ inkColour: null })}
            />
          )}
          {markColours.map((each) => (
            <ColourButton
              key={each}
              colour={each}
              isInk={tool === "ink"}
              isChosen={each === (tool === "ink" ? inkColour : colour)}
              onChoose={() => change(tool === "ink" ? { inkColour: each } : { colour: each })}
            />
          ))}
        </fieldset>
      )}
      <div className="ms-auto flex items-center gap-1">
        {tool !== "eraser" && <LayerChoice />}
        <MarkSettings />
      </div>
    </section>
  );
}

function ColourButton({
  colour,
  isInk = false,
  isChosen,
  onChoose,
}: {
  colour: MarkColour | null;
  isInk?: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("marks");
  return (
    <PlainButton
      pressed={isChosen}
      onPress={onChoose}
      className={classes(
        "flex min-h-11 items-center gap-2 rounded-full border-[1.5px] px-2 text-label whitespace-nowrap @min-[52rem]:px-3",
        isChosen
          ? "border-primary font-[650] text-ink"
          : "border-transparent text-ink hover:bg-surface-2",
      )}
    >
      <Swatch colour={colour} isInk={isInk || colour === null} />
      {t(`colour.${colour ?? "ink"}`)}
    </PlainButton>
  );
}

export function Swatch({ colour, isInk = false }: { colour: MarkColour | null; isInk?: boolean }) {
  return (
    <span
      aria-hidden
      className="size-5 shrink-0 rounded-1 border-[1.5px] forced-color-adjust-none"
      style={
        isInk || colour === null
          ? { background: inkOf(colour), borderColor: inkOf(colour) }
          : { background: fillOf(colour), borderColor: edgeOf(colour) }
      }
    />
  );
}

function EraserChoice() {
  const t = useTranslations("marks.erases");
  const { erases, change } = useTooling();
  return (
    <fieldset aria-label={t("label")} className="flex items-center gap-1">
      {(["marks", "strokes"] as const).map((what) => (
        <PlainButton
          key={what}
          pressed={erases === what}
          onPress={() => change({ erases: what })}
          className={classes(
            "min-h-11 rounded-full border-[1.5px] px-4 text-label",
            erases === what ? "border-primary font-[650]" : "border-transparent hover:bg-surface-2",
          )}
        >
          {t(what)}
        </PlainButton>
      ))}
    </fieldset>
  );
}

/** What is set once: whether a finger draws; and the keys, for those who want to know. */
function MarkSettings() {
  const t = useTranslations("marks");
  const { fingerDraws, change } = useTooling();
  return (
    <Popover label={t("more")} trigger={<IconButton icon={SlidersHorizontal} label={t("more")} />}>
      <div className="grid gap-4">
        <div>
          <Switch
            isSelected={fingerDraws}
            onChange={(selected) => change({ fingerDraws: selected })}
          >
            <span className="text-label">{t("fingerDraws")}</span>
          </Switch>
          <p className="text-caption text-muted">{t("fingerDrawsExplain")}</p>
        </div>
        <div>
          <h3 className="text-label font-[650]">{t("keys")}</h3>
          <p className="text-caption text-muted">{t("keysExplain")}</p>
        </div>
      </div>
    </Popover>
  );
}

/** *Ghi vào: Riêng tư ▾*: said all the time a tool is in the hand, so that nobody writes for others unawares. */
function LayerChoice() {
  const t = useTranslations("marks");
  const writable = useWritable();
  const offices = useOffices();
  const layerName = useLayerNames();
  const { layer, into, writeInto } = useTooling();
  const places = writable.flatMap((each): MarkPlace[] =>
    each === "office" ? offices.map((owner) => ({ layer: each, owner })) : [{ layer: each }],
  );
  return (
    <div className="flex items-center gap-2">
      <span className="text-small text-muted @max-[43rem]:sr-only">{t("writeInto")}</span>
      <Menu
        label={t("writeInto")}
        trigger={
          <Button
            size="40"
            variant="neutral"
            icon={layerIcons[layer]}
            trailingIcon={ChevronDown}
            label={`${t("writeInto")}: ${layerName(into)}`}
          >
            <span className="block max-w-48 truncate">{layerName(into)}</span>
          </Button>
        }
        entries={places.map((place) => ({
          id: `${place.layer} ${place.owner ?? ""}`,
          label: layerName(place),
          icon: layerIcons[place.layer],
          detail: t(`layerSeenBy.${place.layer}`),
          onAction: () => writeInto(place),
        }))}
      />
    </div>
  );
}
