/** Who may do what with devices. A device is its person's own; an administrator may only take it back. */
import type { PersonId } from "../ids";

export type DeviceAsker = { personId: PersonId; administrator: boolean };

/** DV8 */
export function mayReportLost(asker: DeviceAsker, owner: PersonId): boolean {
  return asker.administrator || asker.personId === owner;
}

/** DV8: everybody's devices in one list, by name and time; what lies on them is not in it. */
export function maySeeAllDevices(asker: DeviceAsker): boolean {
  return asker.administrator;
}

/** DV7 */
export function mayRenew(personId: PersonId, owner: PersonId): boolean {
  return personId === owner;
}
