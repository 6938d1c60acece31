import color from "picocolors";
import { type ExplainedChain, type Explanation, explainFolder, serviceNames } from "../../audit";
import type { ReadOptions } from "../../audit/read-folder";
import { CommandError } from "../exit-code";
import { printable, printableJson } from "./printable";
import { plural } from "./words";

/** How many of the loaded files are named; `--verbose` and `--json` name all. */
const NAMED = 5;

/**
 * `--explain`: what a service starts, step by step, and the lines that bind.
 *
 * @throws CommandError where the folder has no service of that name
 */
export function explained(
  folder: string,
  service: string | true,
  options: ReadOptions,
  { json, verbose }: { readonly json: boolean; readonly verbose: boolean },
): string {
  const found = explainFolder(folder, options, service === true ? undefined : service);
  if (service === true && !json) return listOf(found);
  if (found.length === 0) {
    const names = serviceNames(folder, options);
    throw new CommandError(
      `--explain: expected a service of ${folder}, got ${service}. There ${names.length === 1 ? "is" : "are"} ${names.join(", ") || "none"}.`,
    );
  }
  if (json) return `${printableJson(JSON.stringify({ version: 1, explained: found }, null, 2))}\n`;
  return `${printable(found)
    .map((one) => explanationText(one, verbose))
    .join("\n\n")}\n`;
}

/** Each service with its environments, and what to type next. */
function listOf(all: readonly Explanation[]): string {
  const names = [...new Set(all.map((one) => one.service))];
  if (names.length === 0) return "no service is found\n";
  const rows = printable(names).map((name) => {
    const of = all
      .filter((one) => one.service === name)
      .map(({ environment }) => environment ?? "(not named)");
    return `  ${name}: ${of.join(", ")}`;
  });
  return [...rows, "", "`portcullis audit --explain SERVICE` says what one of them starts", ""].join("\n");
}

function explanationText({ service, environment, chains, binds }: Explanation, verbose: boolean): string {
  const subject = environment === null ? service : `${service}, in ${environment}`;
  const opened = binds.map(
    ({ place, what, value, known }) => `    ${place}  ${what} ${known ? value : `not decided: ${value}`}`,
  );
  return [
    color.bold(subject),
    ...(chains.length === 0
      ? ["  no start command is found"]
      : chains.map((chain) => chainText(chain, verbose))),
    opened.length === 0 ? `  opens: ${nothingOpened(chains)}` : ["  opens:", ...opened].join("\n"),
  ].join("\n");
}

/** A server opens something, whether a file says it or not. */
function nothingOpened(chains: readonly ExplainedChain[]): string {
  return chains.some(({ end }) => end === "server" || end === "open")
    ? "not decided: no file says on which host and port"
    : "nothing that is written here";
}

function chainText(chain: ExplainedChain, verbose: boolean): string {
  const { steps, starts, loads, computed } = chain;
  return [
    "  starts:",
    ...steps.map(({ place, text }) => `    ${place}  ${text}`),
    `    → ${endOf(chain)}`,
    ...(starts.length + loads.length > 1 && loads.length > 0
      ? [`      which loads ${plural(loads.length, "file")}: ${listed(loads, verbose)}`]
      : []),
    ...computed.map((place) => `      ${place} loads more, by names that it computes: not decided`),
  ].join("\n");
}

const INTERPRETED = /\.(?:py|rb|ru|[cm]?[jt]sx?|php|pl|lua)$/;

function endOf({ end, why, program, starts }: ExplainedChain): string {
  if (end === "open") return `not decided: ${why}`;
  const files = starts.length > NAMED ? `${plural(starts.length, "file")}` : starts.join(", ");
  if (end === "file") return files;
  if (end === "server")
    return starts.length === 0
      ? "a server, which loads no file that is known"
      : `a server, which loads ${files}`;
  if (program !== undefined) return `${program}, which serves by settings of its own`;
  if (end === "worker")
    return starts.length === 0
      ? "a worker, which loads no file that is known"
      : `a worker that loads ${files}`;
  // A worker of an interpreted language, such as celery, is not compiled.
  if (starts.length > 0 && starts.every((file) => INTERPRETED.test(file)))
    return `a program that loads ${files}`;
  return starts.length === 0
    ? "a program that is compiled of the service's sources"
    : `a program that is compiled of ${files}`;
}

function listed(files: readonly string[], verbose: boolean): string {
  if (verbose || files.length <= NAMED) return files.join(", ");
  return `${files.slice(0, NAMED).join(", ")} and ${files.length - NAMED} more`;
}
