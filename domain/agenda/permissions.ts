/** Who may do what with the agenda: the secretariat prepares it, whoever presides runs it. */
import { either, isSecretariat, type Permission, presides } from "../bodies";
import type { AgendaCommandType } from "./commands";

export const agendaPermissions: { [T in AgendaCommandType]: Permission } = {
  "agenda.add_item": isSecretariat,
  "agenda.edit_item": isSecretariat,
  "agenda.move_item": isSecretariat,
  "agenda.remove_item": isSecretariat,
  "item.call": presides,
  "item.suspend": presides,
  "item.conclude": presides,
  "item.postpone": either(presides, isSecretariat),
  "item.withdraw": either(presides, isSecretariat),
  "item.reopen": presides,
};
