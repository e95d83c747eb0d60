/** Who may declare an interest, and who decides what follows from it. */
import { type Permission, presides } from "../bodies";
import type { RecusalCommandType } from "./commands";

const sits: Permission = ({ capacity }) => capacity === "member" || capacity === "substitute";

export const recusalPermissions: { [T in RecusalCommandType]: Permission } = {
  "recusal.declare": sits,
  "recusal.decide": presides,
};
