/** The plain values that gestures write. */
import type { VersionId } from "../../domain/ids";
import { type Anchor, type Mark, type MarkColour, MarkId } from "../../domain/marks";
import { instantOf } from "../../domain/text";
import type { StandingMark } from "./drawn-marks";
import type { Stroke } from "./strokes";

export type TextMark = Extract<Mark, { kind: "highlight" | "underline" | "strike" }>;

export function newMarkId(): MarkId {
  return MarkId.parse(crypto.randomUUID());
}

function made(versionId: VersionId) {
  return { v: 1, madeOn: versionId, madeAt: instantOf(new Date()) } as const;
}

export function textMark(
  versionId: VersionId,
  kind: TextMark["kind"],
  colour: MarkColour,
  anchor: Anchor,
): TextMark {
  return { ...made(versionId), kind, anchor, colour, body: "", mentions: [] };
}

export function inkMark(
  versionId: VersionId,
  colour: MarkColour | null,
  anchor: Anchor,
  strokes: Stroke[],
): Extract<Mark, { kind: "ink" }> {
  return { ...made(versionId), kind: "ink", anchor, colour, strokes, body: "", mentions: [] };
}

export function noteMark(
  versionId: VersionId,
  colour: MarkColour,
  anchor: Anchor,
  remark: Remark,
): Extract<Mark, { kind: "note" }> {
  return { ...made(versionId), kind: "note", anchor, colour, ...remark };
}

export type Remark = Pick<StandingMark, "body" | "mentions">;
type Target = Extract<Mark, { kind: "reply" }>["target"];

export function replyMark(
  versionId: VersionId,
  target: Target,
  remark: Remark,
): Extract<Mark, { kind: "reply" }> {
  return { ...made(versionId), kind: "reply", target, ...remark };
}

export function stateMark(
  versionId: VersionId,
  target: Target,
  resolved: boolean,
): Extract<Mark, { kind: "state" }> {
  return { ...made(versionId), kind: "state", target, resolved };
}
