/** All papers of the demonstration, in the order of their agendas. */
import { civilPapers } from "./civil";
import { economyPapers } from "./economy";
import { type DemoPaper, type PaperPlan, particulars } from "./house";
import { landPapers } from "./land";
import { motorwayPapers } from "./motorway";
import { decemberPapers } from "./others/december";
import { octoberPapers } from "./others/october";
import { provincePapers } from "./others/province";
import { programmePapers } from "./programme";
import { transactionPapers } from "./transactions";
import { treatyPapers } from "./treaty";
import { wagePapers } from "./wage";

export type { DemoMeeting, DemoPaper, PaperPlan } from "./house";

export const paperPlans: readonly PaperPlan[] = [
  ...octoberPapers,
  ...economyPapers,
  ...landPapers,
  ...civilPapers,
  ...transactionPapers,
  ...motorwayPapers,
  ...wagePapers,
  ...programmePapers,
  ...treatyPapers,
  ...decemberPapers,
  ...provincePapers,
];

/** Prints one paper after another; the same bytes in every run. */
export async function* demoPapers(
  plans: readonly PaperPlan[] = paperPlans,
): AsyncGenerator<DemoPaper, void, void> {
  for (const plan of plans) yield { ...particulars(plan), bytes: await plan.print(plan) };
}
