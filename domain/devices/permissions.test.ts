import { expect, it } from "vitest";
import { ids } from "../../tests/support/cabinet-in-memory";
import { mayRenew, mayReportLost, maySeeAllDevices } from "./permissions";

const owner = ids.person(1);
const asOwner = { personId: owner, administrator: false };
const asOther = { personId: ids.person(2), administrator: false };
const asAdministrator = { personId: ids.person(3), administrator: true };

it("DV7 only its person renews a device, whatever else somebody may", () => {
  expect(mayRenew(owner, owner)).toBe(true);
  expect(mayRenew(asAdministrator.personId, owner)).toBe(false);
});

it("DV8 its person and an administrator report a device lost; nobody else", () => {
  expect(mayReportLost(asOwner, owner)).toBe(true);
  expect(mayReportLost(asAdministrator, owner)).toBe(true);
  expect(mayReportLost(asOther, owner)).toBe(false);
  expect([asOwner, asOther, asAdministrator].map(maySeeAllDevices)).toEqual([false, false, true]);
});
