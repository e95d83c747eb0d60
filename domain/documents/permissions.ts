/** Who may do what with papers: only the secretariat puts papers on an agenda. */
import { isSecretariat, type Permission } from "../bodies";
import type { DocumentCommandType } from "./commands";

export const documentPermissions: { [T in DocumentCommandType]: Permission } = {
  "document.attach": isSecretariat,
  "document.attach_reference": isSecretariat,
  "document.describe": isSecretariat,
  "document.move": isSecretariat,
  "document.remove": isSecretariat,
};
