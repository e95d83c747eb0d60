/**
 * The first property of the project: what a viewer holds, moved on by what is sent, is always what the
 * viewer would see. Through JSON, as it travels.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  aSessionOf,
  ids,
  people,
  person,
  readyVersion,
} from "../../tests/support/cabinet-in-memory";
import { attempt, everyone, tryOne } from "../../tests/support/random-commands";
import { evolveView, redact, viewOf } from "../visibility";
import { audienceOf, sightOf } from "./sight";
import type { MeetingView } from "./view";

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test("viewOf(evolve(s, e), v) = evolveView(viewOf(s, v), redact(e, v, s)) for every viewer, through JSON", () => {
  let changed = 0;
  let reset = 0;
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(attempt, { minLength: 30, maxLength: 120, size: "max" }),
      (inSession, attempts) => {
        const cabinet = inSession ? aSessionOf(aCabinetOf(5), 3, 4) : aMeetingOf(aCabinetOf(5), 3);
        for (let n = 1; n <= 12; n++)
          cabinet.versions.set(readyVersion(n).versionId, readyVersion(n));
        const named = { bodyId: ids.body, personId: people.memberStaff };
        for (const n of [1, 2, 3])
          cabinet.setUpBody({ type: "office.name_staff", ...named }, person(ids.person(n)));
        for (const each of attempts) {
          const known = cabinet.log.length;
          tryOne(cabinet, each);
          for (const { before, after } of cabinet.log.slice(known)) {
            if (before === null) continue;
            for (const viewer of everyone) {
              const standing = cabinet.standing(viewer);
              const sight = sightOf(before, standing);
              const next = sightOf(after, standing);
              const held = viewOf(before, standing);
              const wanted = viewOf(after, standing);
              if (sight === null || next === null || held === null || wanted === null) {
                expect([sight === null, next === null]).toEqual([held === null, wanted === null]);
                continue;
              }
              if (audienceOf(sight) !== audienceOf(next)) {
                // a reset: the whole view travels
                reset += 1;
                expect(sent(wanted)).toEqual(wanted);
                continue;
              }
              const changes = sent(redact(before, after, sight));
              if (changes.length > 0) changed += 1;
              const moved: MeetingView = {
                ...wanted,
                shared: evolveView(sent(held).shared, changes),
              };
              expect(moved).toEqual(sent(wanted));
            }
          }
        }
      },
    ),
    { numRuns: 80, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  );
  // the sequences must have gone somewhere for this to have said anything
  expect(changed).toBeGreaterThan(1_000);
  expect(reset).toBeGreaterThan(0);
}, 60_000);
