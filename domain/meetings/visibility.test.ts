import { beforeEach, describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  type Cabinet,
  ids,
  itemContent,
  people,
} from "../../tests/support/cabinet-in-memory";
import type { InvitationId, ItemId, PersonId } from "../ids";
import { InvitationId as parseInvitation } from "../ids";
import { evolveView, redact, viewOf } from "../visibility";
import { packPage } from "./running-number";
import { audienceOf, sightOf } from "./sight";

const { meeting: meetingId } = ids;
const guestInvitation = (n: number): InvitationId =>
  parseInvitation.parse(`0000000a-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);

const guest = (
  n: number,
  personId: PersonId,
  capacity: "rapporteur" | "invitee" | "observer",
  items: "all" | ItemId[],
) =>
  ({
    type: "invitation.add",
    meetingId,
    invitationId: guestInvitation(n),
    personId,
    name: capacity,
    title: { vi: "Khách mời", en: "" },
    capacity,
    items,
  }) as const;

describe("who sees what of a meeting", () => {
  let cabinet: Cabinet;
  beforeEach(() => {
    cabinet = aMeetingOf(aCabinetOf(5), 3);
    const content = { ...itemContent, closed: true, title: { vi: "CHIM HOÀNG YẾN", en: "" } };
    const by = people.secretary;
    cabinet.must(
      { type: "agenda.add_item", meetingId, itemId: ids.item(4), parent: null, content },
      by,
    );
    const reference = {
      type: "document.attach_reference",
      meetingId,
      itemId: ids.item(4),
      documentId: ids.document(4),
      kind: "report",
      title: { vi: "CHIM HOÀNG YẾN", en: "" },
      grade: null,
      copies: 5,
    } as const;
    cabinet.must(reference, by);
    const opened = { ...itemContent, openToObservers: true };
    cabinet.must(
      {
        type: "agenda.edit_item",
        meetingId,
        itemId: ids.item(2),
        basedOnEdition: 1,
        content: opened,
      },
      by,
    );
    cabinet.must(guest(1, people.rapporteur, "rapporteur", [ids.item(2)]), by);
    cabinet.must(guest(2, people.invitee, "invitee", "all"), by);
    cabinet.must(guest(3, people.observer, "observer", "all"), by);
  });
  const publish = () =>
    cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary);
  const view = (personId: PersonId) => viewOf(cabinet.state, cabinet.standing(personId));
  const seen = (personId: PersonId) =>
    view(personId)?.shared.items.map(({ itemId }) => Number.parseInt(itemId.slice(-2), 16));

  it("ME34 a draft is the office's own until it is put up for approval", () => {
    expect(seen(people.secretary)).toEqual([1, 2, 3, 4]);
    expect(seen(people.examiner)).toEqual([1, 2, 3, 4]);
    for (const nobody of [people.chair, ids.person(2), people.rapporteur, people.observer])
      expect(view(nobody)).toBeNull();
    cabinet.must({ type: "meeting.submit", meetingId }, people.secretary);
    expect(seen(people.chair)).toEqual([1, 2, 3, 4]);
    expect(view(ids.person(2))).toBeNull();
  });

  it("ME31 guests see the items they are asked for, closed ones only by name", () => {
    publish();
    expect(seen(people.rapporteur)).toEqual([2]);
    expect(seen(people.invitee)).toEqual([1, 2, 3]);
    expect(JSON.stringify(view(people.invitee))).not.toContain("CHIM HOÀNG YẾN");
    expect(JSON.stringify(view(people.rapporteur))).not.toContain("CHIM HOÀNG YẾN");
    expect(JSON.stringify(view(ids.person(2)))).toContain("CHIM HOÀNG YẾN");
  });

  it("ME32 observers see what is open to observers", () => {
    publish();
    expect(seen(people.observer)).toEqual([2]);
  });

  it("ME33 auditors, clerks and strangers see no meeting", () => {
    publish();
    for (const nobody of [people.auditor, people.clerk, people.stranger])
      expect(view(nobody)).toBeNull();
  });

  it("ME17 a hidden paper counts in the page number of the next one", () => {
    publish();
    const holding = view(people.rapporteur)?.shared.items[0]?.papers[0]?.holding;
    expect(holding?.type === "file" && packPage(holding.numbers, 1)).toBe("11");
  });

  it("ME15 the working copy is the office's", () => {
    publish();
    expect(view(people.secretary)?.shared.office).not.toBeNull();
    expect(view(ids.person(2))?.shared.office).toBeNull();
  });

  it("ME30 every event reaches every audience as the difference of its views", () => {
    publish();
    const viewers = [
      people.secretary,
      people.chair,
      ids.person(2),
      people.rapporteur,
      people.invitee,
      people.observer,
    ];
    for (const { before, after } of cabinet.log) {
      for (const personId of viewers) {
        const standing = cabinet.standing(personId);
        if (before === null) continue;
        const [was, is] = [sightOf(before, standing), sightOf(after, standing)];
        if (was === null || is === null || audienceOf(was) !== audienceOf(is)) continue;
        const shared = viewOf(before, standing)?.shared;
        if (shared === undefined) throw new Error("a viewer with sight has a view");
        const wire = JSON.parse(JSON.stringify(redact(before, after, is)));
        expect(evolveView(shared, wire)).toEqual(viewOf(after, standing)?.shared);
      }
    }
  });
});
