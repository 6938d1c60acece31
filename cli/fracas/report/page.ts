import { createHash } from "node:crypto";
import {
  type FailureRecord,
  isOpen,
  metricsOf,
  openFirst,
  paretoOf,
  type RecordFolder,
} from "../../../records";
import { metricRows } from "../metrics";
import { moment } from "../words";
import { type Html, html } from "./html";
import { paretoChart } from "./pareto-chart";
import { indexEntry, recordArticle } from "./record-article";
import { STYLE } from "./style";
import { timelineCharts, timelineLegend } from "./timeline-chart";

// Nothing is loaded and no script runs, whatever is in a record. The only style is allowed by its digest.
const STYLE_DIGEST = createHash("sha256").update(STYLE.text).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/** The whole page, of masked records. */
export function reportPage({ records, problems }: RecordFolder, now: Date): string {
  const sorted = openFirst(records);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Failure records</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#records">Skip to the records</a>
<header>
<h1>Failure records</h1>
<p class="quiet">${served(records)} As of ${moment(now.toISOString())}.</p>
${figures(records)}
${records.length === 0 ? undefined : contents()}
</header>
<main>
${problemSection(problems)}
${records.length === 0 ? html`<p>There is no failure record. That is either very good, or nothing is recorded yet.</p>` : sections(sorted, now)}
</main>
<footer>
<p>Mean times are those of failures that do not follow from another. To detect: from the failure to its record. To correct and to verify: from the record, or its reopening, to that step. Recurrence: the share of corrected failures that came back.</p>
</footer>
</body>
</html>
`;
  return page.text;
}

function sections(records: readonly FailureRecord[], now: Date): Html {
  const open = records.filter(isOpen);
  return html`<section aria-labelledby="open"><h2 id="open">Open failures</h2>
${open.length === 0 ? html`<p>None: each failure's correction is verified.</p>` : html`<ol class="index sheet">${open.map(indexEntry)}</ol>`}
</section>
<section aria-labelledby="modes"><h2 id="modes">Failure modes</h2>
<p class="quiet">The few that make most of the failures. Those that only follow from another are counted with it.</p>
${paretoChart(paretoOf(records))}
</section>
<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
${timelineLegend()}
${timelineCharts(records, now)}
</section>
<section aria-labelledby="records"><h2 id="records">Records</h2>
${records.map(recordArticle)}
</section>`;
}

function contents(): Html {
  const links = ["Open failures", "Failure modes", "Timeline", "Records"];
  const anchors = ["open", "modes", "timeline", "records"];
  return html`<nav aria-label="Contents"><ul>${links.map((words, index) => html`<li><a href="#${anchors[index]}">${words}</a></li>`)}</ul></nav>`;
}

function served(records: readonly FailureRecord[]): string {
  const services = new Set(records.map(({ service }) => service)).size;
  const environments = new Set(records.map(({ environment }) => environment)).size;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return `${count(records.length, "record")} of ${count(services, "service")} in ${count(environments, "environment")}.`;
}

function figures(records: readonly FailureRecord[]): Html {
  const { byStatus, occurrences } = metricsOf(records);
  const left = byStatus.open + byStatus.analysed + byStatus.corrected;
  const rest = `${byStatus.verified} verified, ${byStatus.closed} closed; seen ${occurrences} times in all`;
  const rows = metricRows(records).map(([name, value]) => {
    const [figure = "", ...of] = value.split(", ");
    return [name, figure, of.join(", ")] as const;
  });
  const all = [["Work left", String(left), rest] as const, ...rows];
  return html`<dl class="figures">${all.map(
    ([name, figure, note]) =>
      html`<div class="sheet"><dt>${name}</dt><dd>${figure}<small>${note}</small></dd></div>`,
  )}</dl>`;
}

function problemSection(problems: RecordFolder["problems"]): Html | undefined {
  if (problems.length === 0) return undefined;
  return html`<section class="problem sheet" aria-labelledby="problems"><h2 id="problems">Not read</h2>
<p>These files could not be read and are missing here:</p>
<ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul></section>`;
}
