/** The face of the noun `devices`. */
export { type Devices, openDevices } from "./devices";
export { devicesDoor } from "./devices-door";
