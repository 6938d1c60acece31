import type { FailureRecord } from "../../../records";
import { moment } from "../words";
import { type Html, html } from "./html";

const ROW = 38;
const AXIS = 26;
// A drawing of hundreds of rows is unreadable; the records below the charts are complete.
const MOST_ROWS = 25;
const MARKS = ["seen", "corrected", "verified"] as const;
const TICKS = [0, 1 / 3, 2 / 3, 1];

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One drawing for each environment, with the same time axis: when failures were seen, corrected and verified. */
export function timelineCharts(records: readonly FailureRecord[], now: Date): readonly Html[] {
  const starts = records.map(({ firstSeen }) => Date.parse(firstSeen));
  // A failure that was just seen still has a width.
  const span = { from: Math.min(...starts, now.getTime() - 3_600_000), to: now.getTime() };
  const environments = [...new Set(records.map(({ environment }) => environment))].toSorted();
  return environments.map((environment, index) => {
    const own = records.filter((record) => record.environment === environment);
    return timeline(environment, own, span, `timeline-${index}`);
  });
}

function timeline(environment: string, records: readonly FailureRecord[], span: Span, id: string): Html {
  const newest = records
    .toSorted((a, b) => Date.parse(b.lastSeen) - Date.parse(a.lastSeen))
    .slice(0, MOST_ROWS);
  const rows = newest.toSorted((a, b) => Date.parse(a.firstSeen) - Date.parse(b.firstSeen));
  const height = AXIS + rows.length * ROW;
  const left = records.length - rows.length;
  return html`<div class="chart sheet">
<h3>${environment}</h3>
<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text" height="${height}">
<title id="${id}-title">Timeline of failures in ${environment}</title>
<desc id="${id}-text">${rows.map(spoken).join(" ")}</desc>
${TICKS.map((part) => tick(part, span, height))}
${rows.map((record, row) => lane(record, AXIS + row * ROW, span))}
</svg>
${left === 0 ? undefined : html`<p class="quiet">The ${rows.length} seen last; ${left} more are among the records.</p>`}
</div>`;
}

/** What the marks mean, once for all drawings, with the shapes that they are. */
export function timelineLegend(): Html {
  return html`<svg class="shapes" aria-hidden="true" width="0" height="0"><defs>
<circle id="mark-seen" class="mark-seen" r="5"/>
<path id="mark-corrected" class="mark-corrected" d="M0 -6.5 6.5 0 0 6.5 -6.5 0Z"/>
<rect id="mark-verified" class="mark-verified" x="-5" y="-5" width="10" height="10" rx="1.5"/>
</defs></svg>
<ul class="legend">
${MARKS.map((mark) => html`<li><svg aria-hidden="true"><use href="#mark-${mark}" x="7" y="7"/></svg>${mark}</li>`)}
<li><svg aria-hidden="true"><line class="life" x2="14" y1="7" y2="7"/></svg>work left to do</li>
</ul>`;
}

function tick(part: number, span: Span, height: number): Html {
  // A phone has room for both ends.
  const inner = part === 0 || part === 1 ? "" : " spacious";
  const anchor = part === 0 ? "start" : part === 1 ? "end" : "middle";
  const day = new Date(span.from + part * (span.to - span.from)).toISOString().slice(0, 10);
  return html`<line class="grid" x1="${share(part)}" x2="${share(part)}" y1="${AXIS - 6}" y2="${height}"/>
<text class="quiet-text${inner}" x="${share(part)}" y="13" text-anchor="${anchor}">${day}</text>
`;
}

function lane(record: FailureRecord, top: number, span: Span): Html {
  const y = top + 26;
  const at = (time: string): string => share((Date.parse(time) - span.from) / (span.to - span.from));
  const start = (Date.parse(record.firstSeen) - span.from) / (span.to - span.from);
  // Labels stay within the drawing, on a phone too.
  const anchor = start < 1 / 3 ? "start" : start > 2 / 3 ? "end" : "middle";
  return html`${periodsOf(record).map(
    ([from, to]) =>
      html`<line class="life" x1="${at(from)}" x2="${to === undefined ? "100%" : at(to)}" y1="${y}" y2="${y}"/>`,
  )}
${marksOf(record).map(({ mark, time }) => html`<use href="#mark-${mark}" x="${at(time)}" y="${y}"/>`)}
<text class="halo" x="${share(start)}" y="${top + 15}" text-anchor="${anchor}"><tspan class="name">${record.id}</tspan><tspan class="quiet-text" dx="6">${record.failureMode}</tspan></text>
`;
}

interface Mark {
  readonly mark: (typeof MARKS)[number];
  readonly time: string;
}

function marksOf({ firstSeen, lastSeen, seen, history }: FailureRecord): readonly Mark[] {
  const sightings = [...new Set([firstSeen, ...seen.map(({ at }) => at), lastSeen])];
  const steps = history.flatMap(({ to, at }): Mark[] =>
    to === "corrected" || to === "verified" ? [{ mark: to, time: at }] : [],
  );
  return [...sightings.map((time): Mark => ({ mark: "seen", time })), ...steps];
}

/** The periods in which the record was open; the last has no end where it still is. */
function periodsOf(record: FailureRecord): readonly (readonly [string, string | undefined])[] {
  const periods: [string, string | undefined][] = [[record.firstSeen, undefined]];
  for (const { from, to, at } of record.history) {
    const last = periods.at(-1);
    if (to === "verified" && last !== undefined) last[1] = at;
    if (to === "open" && (from === "verified" || from === "closed")) periods.push([at, undefined]);
  }
  return periods;
}

function spoken(record: FailureRecord): string {
  const steps = marksOf(record)
    .filter(({ mark }) => mark !== "seen")
    .map(({ mark, time }) => `, ${mark} ${moment(time)}`);
  const { id, failureMode, firstSeen, lastSeen, status } = record;
  const until = firstSeen === lastSeen ? "" : ` to ${moment(lastSeen)}`;
  return `${id}, ${failureMode}, ${status}: seen ${moment(firstSeen)}${until}${steps.join("")}.`;
}

/** Clamped to the drawing: the times may come from different clocks. */
const share = (part: number): string => `${(Math.min(1, Math.max(0, part)) * 100).toFixed(2)}%`;
