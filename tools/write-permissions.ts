import { writeFile } from "node:fs/promises";
import { permissionsTable } from "./permissions-table";

await writeFile("docs/permissions.md", permissionsTable());
