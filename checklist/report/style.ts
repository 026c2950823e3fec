/**
 * The file's own look, since it has nothing to load. Ground and text are the colors of the reader's system; those of
 * the states keep 4.5:1 against it, light and dark. Paper is always light.
 */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#767676, #9a9a9a); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; background: Canvas; color: CanvasText; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h1, h3 { margin-bottom: 0.25rem; }
summary { cursor: pointer; }
summary h2 { display: inline; }
section { border-inline-start: 4px solid var(--state, var(--line)); padding-inline-start: 1rem; margin-block: 1.5rem; break-inside: avoid; }
.blocker, .problem { --state: light-dark(#b00020, #ff9d94); }
.unknown, .confirm, .warning { --state: light-dark(#7a4f00, #ffc66d); }
.state { color: var(--state, inherit); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
ol { margin: 0; padding-inline-start: 1.25rem; }
p { margin-block: 0.25rem; }
dd p, td p { margin: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.people th:first-child, .folded th:first-child { width: 30%; }
nav ul { columns: 2; }
ul { margin: 0; padding-inline-start: 1.25rem; }
th, td { overflow-wrap: break-word; text-align: start; vertical-align: top; padding: 0.25rem 0.5rem; border-block-end: 1px solid var(--line); }
tr { break-inside: avoid; }
@media (max-width: 48rem) { nav ul { columns: 1; } .people th:first-child, .folded th:first-child { width: auto; } dl { grid-template-columns: minmax(0, 1fr); } thead { display: none; } th, td { display: block; overflow-wrap: break-word; border: 0; padding-block: 0; } tr { display: block; border-block-end: 1px solid var(--line); padding-block: 0.25rem; } }
@page { margin: 12mm; }
@media print { :root { color-scheme: light; } body { font-size: 8.5pt; line-height: 1.25; max-width: none; padding: 0; } h1 { font-size: 14pt; margin-top: 0; } h2 { font-size: 11pt; margin-block: 0.5rem 0.25rem; } h3 { font-size: 9pt; margin-block: 0 0.1rem; } section { margin-block: 0.35rem; padding-inline-start: 0.5rem; } th, td { padding: 0.05rem 0.25rem; } p { margin-block: 0.1rem; } nav, summary, details:not([open]) { display: none; } }
`;
