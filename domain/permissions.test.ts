import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { columns, permissionsTable } from "../tools/permissions-table";
import { abilities, mayDo } from "./permissions";

const rightsOf = (name: string) => {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column.rights;
};
const allowed = (name: string) => abilities.filter((ability) => mayDo(rightsOf(name), ability));

it("docs/permissions.md is what the tables say (npm run permissions)", () => {
  expect(readFileSync("docs/permissions.md", "utf8")).toBe(permissionsTable());
});

it("nobody, the administrator and clerks may do nothing in a meeting", () => {
  for (const name of ["nobody", "administrator", "clerk", "agency_officer"])
    expect(allowed(name)).toEqual([]);
});

it("a member's staff report what they have prepared, and nothing else", () => {
  expect(allowed("member_staff")).toEqual(["handover.finish"]);
});

it("an observer answers the own invitation and checks in, and nothing else", () => {
  expect(allowed("observer")).toEqual(["invitation.confirm", "presence.check_in", "room.enter"]);
});

it("the auditor reads the journal, and nothing else", () => {
  expect(allowed("auditor")).toEqual(["journal.read"]);
});

it("only those who hold a seat, or stand in for one, may vote", () => {
  const voters = columns.filter(({ rights }) => mayDo(rights, "ballot.vote"));
  expect(voters.map(({ name }) => name)).toEqual([
    "presiding",
    "head, not presiding",
    "member",
    "substitute",
  ]);
});
