export { decemberItems, novemberItems, octoberItems } from "./government";
export { contentOf, type DemoItem } from "./item";
export { provinceItems } from "./province";
