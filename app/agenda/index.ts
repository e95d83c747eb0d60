/** The agenda on the screen. */
export { AgendaRail } from "./agenda-rail";
export { ItemTags } from "./item-tags";
export { currentItemOf, isDone, mainItems, partsOf, spentOn, useItemTitle } from "./items";
