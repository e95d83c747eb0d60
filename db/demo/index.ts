/** The demonstration: people, papers and meetings of a fictional state. */
export { type DemoAccount, demoAccounts } from "./people";
export { isDemoSeeded, type SeedTools, seedDemo } from "./seed";
