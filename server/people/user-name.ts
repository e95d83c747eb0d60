import { z } from "zod";

/** As the table's check has it: lower case, 2 to 63 characters, e.g. `ngalb.btp`. */
export const UserName = z
  .string()
  .normalize("NFKC")
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/);

/** A new password; NIST 800-63B: length counts, composition rules do not. */
export const NewPassword = z.string().normalize("NFC").min(12).max(200);
