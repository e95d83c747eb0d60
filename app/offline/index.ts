/** What a device keeps, and the screens of it. */
export { DevicesCard } from "./devices-card";
export { KeepAct } from "./keep-act";
export { OfflineScreen } from "./offline-screen";
export { fromServer, useAsOf } from "./use-as-of";
