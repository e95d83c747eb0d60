import { describe, expect, it } from "vitest";
import { ids, people, person } from "../../tests/support/cabinet-in-memory";
import { at, speakOf } from "../../tests/support/given";
import { type DocumentId, HandoverId } from "../ids";
import { Day } from "../text";
import {
  decideHandover,
  emptyHandovers,
  evolveHandovers,
  type HandoverCommands,
  type HandoverEvent,
  type HandoverRefusal,
  type HandoversState,
} from "./index";

const { meeting: meetingId } = ids;
const member = ids.person(2);
const staff = { personId: people.memberStaff, name: "Thư ký của Bộ trưởng" };
const withheld = ids.document(9);
const dueOn = Day.parse("2026-11-24");

const given = speakOf<
  HandoversState,
  HandoverCommands[keyof HandoverCommands],
  HandoverEvent,
  HandoverRefusal
>({
  initial: emptyHandovers,
  decide: (state, command, { actor }) =>
    decideHandover({ mayBeHandedOver: (documentId) => documentId !== withheld }, state, command, {
      actor,
      standing: { staff: actor.kind === "person" && actor.personId === member ? [staff] : [] },
    }),
  evolve: evolveHandovers,
});

const id = (n: number) => HandoverId.parse(ids.grant(600 + n));
const give = (
  n: number,
  documentIds: DocumentId[] = [ids.document(1)],
): HandoverCommands["handover.give"] => ({
  type: "handover.give",
  meetingId,
  handoverId: id(n),
  personId: staff.personId,
  documentIds,
  note: "Chuẩn bị ý kiến về Điều 8",
  dueOn,
});
const gave = (n: number, documentIds: readonly DocumentId[] = [ids.document(1)]) =>
  ({
    type: "handover.given",
    handoverId: id(n),
    memberId: member,
    staff,
    documentIds,
    dueOn,
    sealed: { note: "Chuẩn bị ý kiến về Điều 8" },
  }) as const;
const own = (type: "handover.take_back" | "handover.finish", n: number) =>
  ({ type, meetingId, handoverId: id(n) }) as const;
const finished: HandoverEvent = { type: "handover.finished", handoverId: id(1) };
const takenBack: HandoverEvent = { type: "handover.taken_back", handoverId: id(1) };

describe("handing papers over", () => {
  it("HO1, HO9 a member hands papers to one of the own office, with a sealed note and a day", () => {
    given().when(give(1), person(member)).then(gave(1));
    given()
      .when(give(1, [ids.document(1), ids.document(2), ids.document(1)]), person(member))
      .then(gave(1, [ids.document(1), ids.document(2)]));
  });

  it("HO1 to nobody who is not named, and nobody else does", () => {
    given()
      .when({ ...give(1), personId: people.stranger }, person(member))
      .thenRefused("handover.not_named");
    given()
      .when(give(1), person(ids.person(3)))
      .thenRefused("handover.not_named");
    given().when(give(1)).thenRefused("handover.person_needed");
  });

  it("HO2, HO3 one paper that may not be handed over keeps all of them back", () => {
    given()
      .when(give(1, [ids.document(1), withheld]), person(member))
      .thenRefused("handover.paper_withheld");
  });

  it("HO8 not twice to the same person while it is being prepared", () => {
    given(gave(1)).when(give(1), person(member)).thenRefused("handover.exists");
    given(gave(1)).when(give(2), person(member)).thenRefused("handover.running");
    given(gave(1))
      .when(give(2, [ids.document(2)]), person(member))
      .then(gave(2, [ids.document(2)]));
    given(gave(1), finished).when(give(2), person(member)).then(gave(2));
    given(gave(1), takenBack).when(give(2), person(member)).then(gave(2));
  });
});

describe("what becomes of it", () => {
  it("HO6 the staff report once that it is prepared", () => {
    const by = person(staff.personId);
    given(gave(1)).when(own("handover.finish", 1), by).then(finished);
    given(gave(1), finished).when(own("handover.finish", 1), by).thenRefused("handover.finished");
  });

  it("HO7 the member alone takes back, once; whose it is not, to them it is not there", () => {
    given(gave(1)).when(own("handover.take_back", 1), person(member)).then(takenBack);
    given(gave(1), finished).when(own("handover.take_back", 1), person(member)).then(takenBack);
    for (const other of [ids.person(3), staff.personId, people.chair])
      given(gave(1))
        .when(own("handover.take_back", 1), person(other))
        .thenRefused("handover.unknown");
    for (const other of [member, people.stranger])
      given(gave(1)).when(own("handover.finish", 1), person(other)).thenRefused("handover.unknown");
    for (const type of ["handover.take_back", "handover.finish"] as const) {
      const by = type === "handover.finish" ? staff.personId : member;
      given(gave(1), takenBack).when(own(type, 1), person(by)).thenRefused("handover.unknown");
      given(gave(1)).when(own(type, 2), person(by)).thenRefused("handover.unknown");
    }
  });

  it("HO6 keeps when it was given and when it was finished", () => {
    const { handovers } = given(gave(1), finished).state;
    expect(handovers[id(1)]).toMatchObject({ givenAt: at(1), finishedAt: at(2) });
  });
});
