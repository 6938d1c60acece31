import type { ModeCount } from "../../../records";
import { percent } from "../metrics";
import { times } from "../words";
import { type Html, html } from "./html";

const ROW = 44;
const BAR_TOP = 22;
const BAR = 12;

/**
 * Bars for each mode's share, and a line for the cumulative share. Widths are percentages of the drawing, so that it
 * fits a phone with text of normal size.
 */
export function paretoChart(modes: readonly ModeCount[]): Html {
  const all = modes.reduce((sum, { occurrences }) => sum + occurrences, 0);
  const height = modes.length * ROW;
  return html`<div class="chart sheet">
<svg role="img" aria-labelledby="pareto-title" aria-describedby="pareto-text" height="${height}">
<title id="pareto-title">Pareto chart of failure modes</title>
<desc id="pareto-text">${modes.map(spoken).join(" ")}</desc>
${modes.map((mode, row) => bar(mode, row, all))}
${modes.slice(1).map((mode, index) => link(modes[index]?.cumulative ?? 0, mode.cumulative, index))}
${modes.map(({ cumulative }, row) => html`<circle class="sum-dot" cx="${share(cumulative)}" cy="${middle(row)}" r="4"/>`)}
${modes.map(label)}
</svg>
<ul class="legend">
<li><svg aria-hidden="true"><rect class="bar" y="2" width="14" height="10" rx="2"/></svg>share of all occurrences</li>
<li><svg aria-hidden="true"><circle class="sum-dot" cx="7" cy="7" r="4"/></svg>with the modes above it</li>
</ul>
</div>`;
}

function bar({ occurrences }: ModeCount, row: number, all: number): Html {
  const y = row * ROW + BAR_TOP;
  return html`<rect class="track" y="${y}" width="100%" height="${BAR}" rx="3"/>
<rect class="bar" y="${y}" width="${share(occurrences / all)}" height="${BAR}" rx="3"/>
`;
}

function link(from: number, to: number, row: number): Html {
  return html`<line class="sum" x1="${share(from)}" y1="${middle(row)}" x2="${share(to)}" y2="${middle(row + 1)}"/>`;
}

function label({ failureMode, occurrences, cumulative }: ModeCount, row: number): Html {
  const rest = `${occurrences} ×, ${percent(cumulative)}`;
  return html`<text class="halo" x="0" y="${row * ROW + 15}"><tspan class="name">${failureMode}</tspan><tspan class="quiet-text" dx="8">${rest}<tspan class="spacious"> so far</tspan></tspan></text>
`;
}

const spoken = ({ failureMode, occurrences, records, open, cumulative }: ModeCount): string =>
  `${failureMode}: seen ${times(occurrences)} on ${records} ${records === 1 ? "record" : "records"}, ${open} open, ` +
  `${percent(cumulative)} of all with those before it.`;

const middle = (row: number): number => row * ROW + BAR_TOP + BAR / 2;
const share = (part: number): string => `${(part * 100).toFixed(2)}%`;
