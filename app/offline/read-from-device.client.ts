/** Whether the page was filled from the device: then it does not wait for a network that it knows to be gone. */
let does = false;

export const readsFromDevice = (): boolean => does;

export function readFromDevice(reads: boolean): void {
  does = reads;
}
