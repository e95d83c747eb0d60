/** The demonstration: people, papers and meetings of a fictional state. */
export { demoAccounts } from "./people";
export { isDemoSeeded, seedDemo } from "./seed";
