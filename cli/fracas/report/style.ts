import { html } from "./html";

/** The page's only style: no external font, image or script. Each colour has a light and a dark value. */
export const STYLE = html`
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #101317);
  --sheet: light-dark(#ffffff, #181c22);
  --sunk: light-dark(#f3f4f6, #11151a);
  --line: light-dark(#dfe3e8, #2c333c);
  --text: light-dark(#1a1f26, #e6e9ed);
  --quiet: light-dark(#55606d, #a0aab6);
  --link: light-dark(#1d4ed8, #8ab4ff);
  --open: light-dark(#b42318, #ff9b92);
  --analysed: light-dark(#8a4b00, #f5c26b);
  --corrected: light-dark(#175cd3, #8fbcff);
  --verified: light-dark(#146c43, #72d6a0);
  --closed: light-dark(#4b5563, #b3bcc7);
  --bar: light-dark(#3f68c9, #6f9bf0);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; }
footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--quiet); font-size: .875rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 2.75rem 0 .25rem; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 0; font-size: 1rem; }
h4 { margin: 1.25rem 0 .375rem; font-size: .8125rem; color: var(--quiet); }
p { margin: .25rem 0 1rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre, .mono { font-family: var(--mono); font-size: .875em; }
code { -webkit-box-decoration-break: clone; box-decoration-break: clone; background: var(--sunk); border-radius: 3px; padding: .1em .3em; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.figures > div { padding: .875rem 1rem; }
.figures dt { color: var(--quiet); font-size: .875rem; }
.figures dd { margin: .125rem 0 0; font-size: 1.375rem; font-weight: 600; line-height: 1.25; }
.figures dd small { display: block; font-size: .8125rem; font-weight: 400; color: var(--quiet); }
.badge {
  display: inline-block; padding: .05rem .5rem; border: 1px solid currentColor; border-radius: 999px;
  font-size: .8125rem; font-weight: 600; white-space: nowrap;
}
.open { color: var(--open); } .analysed { color: var(--analysed); } .corrected { color: var(--corrected); }
.verified { color: var(--verified); } .closed { color: var(--closed); }
.index { margin: .75rem 0 0; padding: 0; list-style: none; }
.index li {
  overflow-wrap: anywhere;
  display: grid; grid-template-columns: 4.5rem 6rem minmax(0, 1fr) auto; gap: .125rem 1rem; align-items: baseline;
  padding: .75rem 1rem; border-top: 1px solid var(--line);
}
.index li:first-child { border-top: 0; }
.index .badge { justify-self: start; }
.index .cause { grid-column: 3 / -1; font-size: .9375rem; }
.chart { padding: 1rem 1.25rem; margin: .75rem 0 0; }
.chart h3 { margin-bottom: .5rem; }
.chart svg { display: block; width: 100%; overflow: visible; font-size: 13px; }
.chart text { fill: var(--text); }
.chart .quiet-text { fill: var(--quiet); }
.halo { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; }
.name { font-weight: 600; }
.track { fill: var(--sunk); } .bar { fill: var(--bar); }
.sum { stroke: var(--analysed); stroke-width: 1.5; } .sum-dot { fill: var(--sheet); stroke: var(--analysed); stroke-width: 2; }
.shapes { position: absolute; }
.grid { stroke: var(--line); } .life { stroke: var(--closed); stroke-width: 2; }
.mark-seen { fill: var(--open); } .mark-corrected { fill: var(--corrected); } .mark-verified { fill: var(--verified); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; padding: 0; list-style: none; font-size: .875rem; color: var(--quiet); }
.legend svg { display: inline-block; width: 14px; height: 14px; vertical-align: -2px; margin-right: .375rem; }
.record { padding: 1.25rem 1.25rem 1.375rem; margin: .875rem 0 0; scroll-margin-top: 1rem; }
.record:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.record .head { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.record .head .mono { font-weight: 600; }
.record .what { margin: .375rem 0 0; overflow-wrap: anywhere; }
.record .next { margin: 1.25rem 0 0; padding: .625rem .875rem; background: var(--sunk); border-radius: 6px; }
.fields { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .3rem 1rem; margin: 1rem 0 0; }
.fields dt { color: var(--quiet); }
.fields dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.lines { margin: 0; padding: .625rem .875rem; background: var(--sunk); border-radius: 6px; list-style: none; }
.lines li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: .75rem; font: .8125rem/1.6 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap; }
.lines .number { color: var(--quiet); text-align: right; }
.facts { margin: 0; padding-left: 1.125rem; overflow-wrap: anywhere; }
.steps { margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.steps li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; overflow-wrap: anywhere; }
.steps time { color: var(--quiet); font-variant-numeric: tabular-nums; }
.problem { padding: .875rem 1.25rem; margin: 1.25rem 0 0; border-color: var(--open); }
.problem ul { margin: .25rem 0 0; padding-left: 1.125rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  header { padding-top: 1.5rem; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures dd { font-size: 1.125rem; }
  .index li { grid-template-columns: auto minmax(0, 1fr); }
  .index .name-and-place, .index .when, .index .cause { grid-column: 1 / -1; }
  .fields, .steps li { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .fields dd { margin-bottom: .5rem; }
  .chart, .record { padding: 1rem; }
  .spacious { display: none; }
  .lines li { grid-template-columns: 2.25rem minmax(0, 1fr); gap: .5rem; }
}
@media (max-width: 22.5rem) { .chart svg { font-size: 11px; } }
@page { margin: 14mm; }
@media print {
  :root { color-scheme: light; --page: #ffffff; font-size: 9.5pt; }
  * { print-color-adjust: exact; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  nav, .skip { display: none; }
  .figures { grid-template-columns: repeat(5, minmax(0, 1fr)); }
  .figures dd { font-size: 1.0625rem; }
  h2, h3, h4 { break-after: avoid; }
  .record, .chart, .index li, .steps li, .lines li { break-inside: avoid; }
}
`;
