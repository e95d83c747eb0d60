/** What the hand writes, as one act each: into the layer that is written into, in the colour that is chosen. */
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { VersionId } from "../../domain/ids";
import type { Anchor, MarkColour, MarkId } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { announceDone } from "../ui";
import { placeAnchor } from "./anchors";
import type { DrawnMark } from "./drawn-marks";
import type { Erased } from "./gestures";
import { useMarkDesk } from "./mark-desk";
import { type MarkPlace, useMarksStore } from "./marks-store";
import { inkMark, newMarkId, noteMark, type Remark, textMark } from "./new-mark";
import { boundsOf, hasRoom, type PenPoint, type Stroke, strokeOf } from "./strokes";
import { type TextTool, useTooling } from "./tooling";

/** A stroke this soon and this near after another belongs to the same mark: the bar of a "t", the next figure. */
const joinMs = 1_800;
const joinPoints = 48;

type LastInk = {
  id: MarkId;
  into: MarkPlace;
  page: number;
  colour: MarkColour | null;
  versionId: VersionId;
  strokes: Stroke[];
  endedMs: number;
};

export function useWriting() {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { versionId, text } = useReader();
  const { colour, inkColour, into } = useTooling();
  const { all } = useMarkDesk();
  const lastInk = useRef<LastInk | null>(null);

  const stretch = (kind: TextTool, anchor: Anchor) => {
    // The same stretch once more takes another colour; it is not marked twice.
    const same = all.find(
      ({ stored, mark }) =>
        stored.layer === into.layer &&
        stored.owner === (into.owner ?? store.viewer().personId) &&
        mark.kind === kind &&
        isSameStretch(mark.anchor, anchor),
    );
    if (same === undefined) {
      store.put(into, newMarkId(), textMark(versionId, kind, colour, anchor));
    } else if (same.mark.colour !== colour) {
      store.put(same.stored, same.stored.id, { ...same.mark, colour });
    }
  };

  const ink = (page: number, points: readonly PenPoint[], beganMs: number) => {
    const stroke = strokeOf(points);
    const last = lastInk.current;
    const joins =
      last !== null &&
      last.page === page &&
      last.into === into &&
      last.colour === inkColour &&
      last.versionId === versionId &&
      beganMs - last.endedMs < joinMs &&
      isNear(last.strokes, stroke) &&
      hasRoom(last.strokes, stroke) &&
      // undone or erased meanwhile
      store
        .marks()
        .some(
          ({ id, mark }) =>
            id === last.id && mark.kind === "ink" && mark.strokes.length === last.strokes.length,
        );
    const strokes = joins ? [...last.strokes, stroke] : [stroke];
    const id = joins ? last.id : newMarkId();
    const anchor = placeAnchor(text, page, boundsOf(strokes));
    store.put(into, id, inkMark(versionId, inkColour, anchor, strokes));
    lastInk.current = {
      id,
      into,
      page,
      colour: inkColour,
      versionId,
      strokes,
      endedMs: performance.now(),
    };
  };

  const note = (anchor: Anchor, remark: Remark, place: MarkPlace = into) => {
    store.put(place, newMarkId(), noteMark(versionId, colour, anchor, remark));
  };

  const erase = (erased: Erased) => {
    for (const [{ stored, mark, anchor }, what] of erased) {
      if (what === "whole" || mark.kind !== "ink") {
        store.remove(stored, stored.id);
        continue;
      }
      const strokes = mark.strokes.filter((_stroke, index) => !what.has(index));
      if (strokes.length === mark.strokes.length) continue;
      if (strokes.length === 0) store.remove(stored, stored.id);
      else if (anchor.type === "place") {
        const rest = placeAnchor(text, anchor.page, boundsOf(strokes));
        store.put(stored, stored.id, { ...mark, anchor: rest, strokes });
      }
    }
  };

  const remove = ({ stored }: DrawnMark) => {
    store.remove(stored, stored.id);
    announceDone(t("removed"), {
      label: t("takeBack"),
      onPress: () => store.put(stored, stored.id, stored.mark),
    });
  };

  const recolour = ({ stored, mark }: DrawnMark, to: MarkColour) => {
    if (mark.colour !== to) store.put(stored, stored.id, { ...mark, colour: to });
  };

  return { stretch, ink, note, erase, remove, recolour };
}

function isSameStretch(a: Anchor, b: Anchor): boolean {
  return (
    a.type === "text" &&
    b.type === "text" &&
    a.position.start === b.position.start &&
    a.position.end === b.position.end
  );
}

function isNear(strokes: readonly Stroke[], stroke: Stroke): boolean {
  const a = boundsOf(strokes);
  const b = boundsOf([stroke]);
  const across = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(across, down) <= joinPoints;
}
