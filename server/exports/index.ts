/** The face of the noun `exports`: what a person may take out of the cabinet. */
export { openExporter } from "./exporter";
export { type Exports, openExports, type TakenOut } from "./exports";
