import type { FailureRecord } from "../../../records";
import { run } from "../show";
import { factPlace, moment, nextStep, times } from "../words";
import { type Html, html } from "./html";

/** One record, whole: what failed, why, what to type, the evidence, and what was done. */
export function recordArticle(record: FailureRecord): Html {
  const { id, status, failureMode, environment, service, what, evidence, contributing } = record;
  return html`<article class="record sheet" id="${id}" aria-labelledby="${id}-name">
<div class="head"><h3 id="${id}-name"><span class="mono">${id}</span> ${failureMode}</h3><span class="badge ${status}">${status}</span><span class="quiet">${service}, in ${environment}</span></div>
${evidence.some(({ text }) => text === what) ? undefined : html`<p class="what mono">${what}</p>`}
${fields(record)}
${evidence.length === 0 ? undefined : html`<h4>Evidence</h4><ol class="lines">${evidence.map(line)}</ol>`}
${contributing.length === 0 ? undefined : html`<h4>Contributing</h4><ul class="facts">${contributing.map(fact)}</ul>`}
<h4>History</h4><ol class="steps">${record.history.map(step)}</ol>
<p class="next"><strong>Next:</strong> ${withCode(nextStep(record))}</p>
</article>
`;
}

/** The badge, the mode and the place, as one line that links to the record. */
export function indexEntry(record: FailureRecord): Html {
  const { id, status, failureMode, environment, service, rootCause, count, lastSeen } = record;
  return html`<li><a class="mono id" href="#${id}">${id}</a><span class="badge ${status}">${status}</span><span class="name-and-place"><strong>${failureMode}</strong> <span class="quiet">${service}, in ${environment}${following(record)}</span></span><span class="when quiet">${times(count)}, last ${time(lastSeen)}</span><span class="cause">${withCode(rootCause)}</span></li>
`;
}

function following({ followsFrom }: FailureRecord): string {
  return followsFrom === undefined ? "" : `, follows from ${followsFrom}`;
}

/** A moment for people and for programs. */
export function time(at: string): Html {
  return html`<time datetime="${at}">${moment(at)}</time>`;
}

/** Text with `code` as HTML. */
function withCode(text: string): Html {
  const parts = text.split("`");
  // A back-tick without a partner stays a back-tick.
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

function fields(record: FailureRecord): Html {
  const { certainty, rootCause, correctiveAction, preventiveRule, followsFrom, where } = record;
  const deploy = run(record);
  const rows: readonly (readonly [string, Html | undefined])[] = [
    ["Cause", html`${withCode(rootCause)}${certainty === "unknown" ? "" : ` (${certainty})`}`],
    ["Correct it", withCode(correctiveAction)],
    ["Where", html`${where}`],
    ["Seen", seen(record)],
    ["Deploy", deploy === undefined ? undefined : html`${deploy}`],
    [
      "Follows from",
      followsFrom === undefined ? undefined : html`<a href="#${followsFrom}">${followsFrom}</a>`,
    ],
    ["Prevented by", preventiveRule === undefined ? undefined : html`rule <code>${preventiveRule}</code>`],
  ];
  return html`<dl class="fields">${rows.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`],
  )}</dl>`;
}

function seen({ count, firstSeen, lastSeen }: FailureRecord): Html {
  const period =
    firstSeen === lastSeen ? time(firstSeen) : html`from ${time(firstSeen)} to ${time(lastSeen)}`;
  return html`${times(count)}, ${period}`;
}

const line = ({ line: number, text }: FailureRecord["evidence"][number]): Html =>
  html`<li><span class="number">${number}</span><span>${text}</span></li>`;

function fact(one: FailureRecord["contributing"][number]): Html {
  return html`<li><code>${factPlace(one)}</code> ${withCode(one.what)}</li>`;
}

function step({ at, from, to, by, evidence }: FailureRecord["history"][number]): Html {
  const words = from === "new" ? html`filed` : html`${from} → <span class="${to}">${to}</span>`;
  return html`<li>${time(at)}<span>${words} by ${by}: ${withCode(evidence)}</span></li>`;
}
