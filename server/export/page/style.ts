/** How a report is drawn: the colours are the editor's where it has any, else plain ones; on paper ink alone. */
export const style = `
:root { color-scheme: light dark; --line: var(--vscode-editorWidget-border, #888); --error: var(--vscode-editorError-foreground, #c4232a);
  --warning: var(--vscode-editorWarning-foreground, #8a6100); --information: var(--vscode-editorInfo-foreground, #0b62a8); --fine: var(--vscode-testing-iconPassed, #2a7d3b); }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.5rem 3rem; line-height: 1.7; font-family: var(--vscode-font-family, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif);
  font-size: var(--vscode-font-size, 15px); color: var(--vscode-editor-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); }
h1 { font-size: 1.5em; text-align: center; text-wrap: balance; line-height: 1.4; margin: 0.5em 0; }
h2 { font-size: 1.15em; margin: 1.6em 0 0.5em; }
p { margin: 0.4em 0; text-indent: 2em; overflow-wrap: anywhere; }
.facts, .verdict { text-indent: 0; text-align: center; text-wrap: balance; }
.verdict { word-break: keep-all; font-weight: 600; border: 2px solid var(--fine); border-radius: 4px; padding: 0.3em; }
.verdict.error { border-color: var(--error); }
.verdict.warning { border-color: var(--warning); }
tr.error > td:first-child { border-left: 4px solid var(--error); }
tr.warning > td:first-child { border-left: 4px solid var(--warning); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0; font-size: 0.9em; }
th, td { border: 1px solid var(--line); padding: 0.2em 0.5em; font-weight: normal; }
table.form th, table.form td { text-align: center; }
table.form td { font-variant-numeric: tabular-nums; min-width: 2.2em; }
table.list td, table.list th { text-align: left; vertical-align: top; }
table.list th { font-weight: 600; }
table.list td:first-child, table.list th { white-space: nowrap; }
td.error, td.warning, td.information { outline: 2px solid var(--error); outline-offset: -2px; font-weight: 600; }
td.warning { outline-color: var(--warning); }
td.information { outline-color: var(--information); outline-style: dotted; }
td ins { display: block; text-decoration: none; font-size: 0.85em; border-top: 1px solid var(--error); }
td.warning ins { border-color: var(--warning); }
.claim { text-decoration: underline 2px var(--fine); text-underline-offset: 0.2em; }
.claim.differs, .claim.partly { text-decoration: underline wavy 2px var(--error); }
.claim.unknown { text-decoration: underline dashed 2px var(--warning); }
.flow { margin: 1em 0; }
.flow svg { width: 100%; height: auto; }
.flow rect { fill: var(--vscode-charts-blue, #3b78b5); fill-opacity: 0.3; stroke: var(--vscode-editor-background, Canvas); stroke-width: 2; }
.flow .share1 rect { fill: var(--vscode-charts-orange, #b0671b); }
.flow .went rect { fill: var(--vscode-charts-green, #3a8049); }
.flow .went.share1 rect, .flow .went .share1 rect { fill: var(--vscode-charts-blue, #3b78b5); }
.flow .went.share2 rect, .flow .went .share2 rect { fill: var(--vscode-charts-red, #a8404a); }
.flow .went.share3 rect, .flow .went .share3 rect { fill: var(--vscode-charts-purple, #7459a3); }
.flow .went.share4 rect, .flow .went .share4 rect { fill: var(--vscode-charts-yellow, #8f7d00); }
.flow .went.share5 rect, .flow .went .share5 rect { fill: var(--vscode-charts-lines, #666); }
.flow .went.share6 rect, .flow .went .share6 rect { fill: var(--vscode-charts-orange, #b0671b); }
.flow text { fill: var(--vscode-editor-foreground, CanvasText); font-size: 13px; text-anchor: middle; }
.flow figcaption { font-size: 0.9em; }
.flow ul { display: flex; flex-wrap: wrap; gap: 0 1em; list-style: none; margin: 0; padding: 0; }
.flow li svg { width: 0.9em; height: 0.9em; margin-right: 0.3em; vertical-align: -0.1em; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.signatures { display: flex; justify-content: space-between; margin-top: 3em; padding-right: 6em; }
[data-at] { scroll-margin: 30vh; }
[data-at].here { background: var(--vscode-editor-selectionBackground, #cfe3ff); }
@media (max-width: 40rem) { body { padding-inline: 0.6rem; } th, td { padding-inline: 0.15em; } table.form td { min-width: 1.7em; } }
body.live .outdated { position: sticky; top: 0; background: var(--vscode-editor-background, Canvas); }
body.live [data-at] { cursor: pointer; }
article + article { border-top: 2px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
@media (forced-colors: active) { td.error, td.warning, td.information { outline-style: double; outline-width: 4px; } }
@media print { :root { color-scheme: light; } body { max-width: none; color: #000; background: #fff; font-size: 10.5pt; padding: 0; } h2, tr, table.form { break-inside: avoid; } h2 { break-after: avoid; }
  article + article { break-before: page; border: 0; } .scroll { overflow: visible; } .flow text { fill: #000; } .flow, .verdict, .signatures { break-inside: avoid; } }
`;
