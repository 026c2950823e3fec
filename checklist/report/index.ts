/** The face of what only a report needs: the tab loads it when somebody asks for one. */
export { htmlReport } from "./html.ts";
export { markdownReport } from "./markdown.ts";
export { masked } from "./mask.ts";
export { printedReport } from "./printed.ts";
