/** The style of a report: as a page of its own, or in an editor with the colours of its theme. */

export type ReportTheme = 'page' | 'editor';

/** Numbers in the segments of a chart need a contrast of 4.5 with each of these, the segments 3 with the page. */
const lightVerdicts = `--v-contradicted: #b42318; --v-broken: #b54708; --v-vacuous: #855d00; --v-stale: #1c5fa8;
--v-unsupported: #6941a5; --v-waived: #5c6670; --v-supported: #1a7037; --on-verdict: #fff; --hatch: #ffffff73;`;
const darkVerdicts = `--v-contradicted: #ff8a80; --v-broken: #ffab66; --v-vacuous: #e3c04a; --v-stale: #79b8ff;
--v-unsupported: #c9aeff; --v-waived: #aab3bc; --v-supported: #6fdd8b; --on-verdict: #111; --hatch: #00000066;`;

const pageColors = `
:root { color-scheme: light dark; --bg: #fff; --fg: #1f2328; --muted: #57606a; --line: #d0d7de; --head: #f3f5f7;
--link: #0550ae; --edge: #1f2328; ${lightVerdicts} }
@media (prefers-color-scheme: dark) { :root { --bg: #0f1318; --fg: #e6edf3; --muted: #9da7b1; --line: #3a424b;
--head: #1a2028; --link: #79b8ff; --edge: #e6edf3; ${darkVerdicts} } }
@media (prefers-contrast: more) { :root { --muted: var(--fg); --line: var(--fg); } .segment { stroke: var(--edge); } }
@media print { :root { --bg: #fff; --fg: #000; --muted: #333; --line: #888; --head: #eee; --link: #000; ${lightVerdicts} } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1400px; padding: 1.5rem; }`;

/** The theme's own colours; contrast themes mark borders with one of their own. */
const editorColors = `
:root { --bg: var(--vscode-editor-background); --fg: var(--vscode-editor-foreground);
--muted: var(--vscode-descriptionForeground); --line: var(--vscode-contrastBorder, var(--vscode-widget-border, #8886));
--head: var(--vscode-sideBar-background); --link: var(--vscode-textLink-foreground);
--edge: var(--vscode-contrastBorder, var(--vscode-editor-foreground)); ${lightVerdicts} }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { ${darkVerdicts} }
body.vscode-high-contrast { --muted: var(--fg); }
body.vscode-high-contrast .segment { stroke: var(--edge); }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.5;
margin: 0 auto; max-width: 1200px; padding: 1rem 1.5rem; }`;

const common = `
body { background: var(--bg); color: var(--fg); }
h1 { font-size: 1.7em; margin: .2em 0; } h2 { font-size: 1.35em; margin: 2em 0 .3em; }
h3 { font-size: 1.1em; margin: 1.6em 0 .4em; } h4 { font-size: 1em; margin: 1.1em 0 .3em; }
h2, h3, h4 { scroll-margin-top: 1rem; }
a { color: var(--link); text-decoration: underline; text-underline-offset: 2px; } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
outline: 2px solid var(--link); outline-offset: 2px; }
p, ul { margin: .4em 0; } ul { padding-left: 1.4em; } li { margin: .2em 0; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .2em 1.2em; list-style: none; padding: 0; }
.muted { color: var(--muted); } .note { color: var(--muted); display: block; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .93em; }
caption { text-align: left; color: var(--muted); padding-bottom: .4em; }
th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left; vertical-align: top; }
thead th, tbody th { background: var(--head); font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.lack { font-style: italic; } td.words { min-width: 18em; max-width: 40em; } td.open { min-width: 9em; } .cell-numbers { display: block; color: var(--muted); }
.cell-numbers a { white-space: nowrap; }
figure { margin: .6em 0; } figcaption { color: var(--muted); }
svg.chart { max-width: 100%; height: auto; display: block; font: 13px system-ui, sans-serif; }
.chart text { fill: var(--fg); } .chart .small { font-size: 12px; fill: var(--muted); }
.chart .grid { stroke: var(--line); } .chart .count { fill: var(--on-verdict); font-weight: 600; }
.segment { stroke: var(--bg); stroke-width: 1; } .hatch { stroke: var(--hatch); stroke-width: 1.2; fill: none; }
.v-contradicted { fill: var(--v-contradicted); } .v-broken { fill: var(--v-broken); } .v-vacuous { fill: var(--v-vacuous); }
.v-stale { fill: var(--v-stale); } .v-unsupported { fill: var(--v-unsupported); } .v-waived { fill: var(--v-waived); }
.v-supported { fill: var(--v-supported); }
@media (forced-colors: active) { .segment { stroke: CanvasText; } .chart .count { display: none; } }`;

export function reportStyle(theme: ReportTheme): string {
  return `${theme === 'page' ? pageColors : editorColors}${common}\n`.trimStart();
}
