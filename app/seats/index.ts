/** The table of seats: its geometry, the map of a room, and the picture of a result. */
export { ResultSeats } from "./result-seats";
export { SeatSign } from "./seat-look";
export { SeatMap } from "./seat-map";
export { countLooks, lookOf, type SeatLook } from "./seat-state";
