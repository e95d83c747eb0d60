import { part } from "./later";

export const layers = part(() => import("./layers"));
