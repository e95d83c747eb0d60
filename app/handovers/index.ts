/** The face of hand-overs: papers that a member gives to the own staff to prepare. */
export { OfficeCard } from "./office-card";
