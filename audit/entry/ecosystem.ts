import { lineAt } from "../../domain/text-place";
import type { EntryStep } from "./entry";

/** An application of pm2's ecosystem file: what starts it, with the variables that the file gives it. */
export interface EcosystemScript {
  readonly step: EntryStep;
  readonly cwd: string;
}

/** More applications than a file has. */
const MOST = 50;

interface Application {
  readonly script: string;
  /** Its text, without what is beside it in the file, and where that begins. */
  readonly text: string;
  readonly from: number;
  readonly at: number;
}

/** What applications that answer no requests are called. */
const WORKS = /work|queue|cron|job|consum|schedul|task|mail|sync|notif|bot\b/i;

/**
 * The script of an application in pm2's ecosystem file, as it is written (pm2.keymetrics.io: ecosystem file): of several
 * the one that `--only` names, else the only one that is not called a worker, else the only one that is given a PORT.
 *
 * @param environment what `--env` names: `env_production` of `production`
 */
export function ecosystemScript(
  file: string,
  text: string,
  environment: string | undefined,
  only?: string,
): EcosystemScript | "several" | undefined {
  const all = [...text.matchAll(/\bscript["']?\s*:\s*["'`]([^"'`\n]+)["'`]/g)]
    .slice(0, MOST)
    .map((match) => applicationAt(text, match.index, match[1] ?? ""));
  const blocks = [
    "env",
    ...(environment === undefined || !/^\w+$/.test(environment) ? [] : [`env_${environment}`]),
  ];
  const given = all.map((application) => variablesOf(application, blocks));
  const indexes = all.flatMap((one, index) => (only === undefined || nameOf(one) === only ? [index] : []));
  const serving = indexes.filter((index) => {
    const one = all[index];
    return one !== undefined && !WORKS.test(`${nameOf(one) ?? ""} ${one.script}`);
  });
  const hasPort = (index: number): boolean => given[index]?.has("PORT") === true;
  const ways = [indexes, serving, serving.filter(hasPort), indexes.filter(hasPort)];
  const [chosen = -1, ...more] = ways.find(({ length }) => length === 1) ?? indexes;
  if (more.length > 0) return "several";
  const application = all[chosen];
  if (application === undefined) return undefined;
  const variables = [...(given[chosen] ?? [])];
  const cwd = /\bcwd["']?\s*:\s*["'`]([^"'`\n]+)["'`]/.exec(application.text)?.[1] ?? "";
  const at = variables.find(([name]) => name === "PORT")?.[1].at ?? application.at;
  const set = variables.map(([name, { value }]) => `${name}=${value} `).join("");
  return {
    step: {
      place: { source: "file", file, line: lineAt(text, at) },
      text: `${set}node ${application.script}`,
    },
    cwd: cwd.startsWith("/") ? "" : cwd,
  };
}

const nameOf = ({ text }: Application): string | undefined =>
  /\bname["']?\s*:\s*["'`]([^"'`\n]+)["'`]/.exec(text)?.[1];

/** The object around a place of the file. */
function applicationAt(text: string, at: number, script: string): Application {
  let from = at;
  for (let open = 0; from > 0; from -= 1) {
    const before = text[from - 1];
    if (before === "}") open += 1;
    if (before === "{") open -= 1;
    if (open < 0) break;
  }
  let to = at;
  for (let open = 1; to < text.length; to += 1) {
    if (text[to] === "{") open += 1;
    if (text[to] === "}") open -= 1;
    if (open === 0) break;
  }
  return { script, text: text.slice(from, to), from, at };
}

/** Where the server listens, as the blocks of variables say it, the last one first. */
function variablesOf(
  { text, from }: Application,
  blocks: readonly string[],
): ReadonlyMap<string, { readonly value: string; readonly at: number }> {
  const found = new Map<string, { readonly value: string; readonly at: number }>();
  for (const name of blocks) {
    const block = new RegExp(`\\b${name}["']?\\s*:\\s*\\{([^{}]*)\\}`).exec(text);
    const [whole = "", inside = ""] = block ?? [];
    if (block === null) continue;
    const start = from + block.index + whole.lastIndexOf(inside);
    for (const match of inside.matchAll(/\b(PORT|HOST)["']?\s*:\s*["'`]?([\w.-]+(?=["'`])|\d+\b)/g))
      found.set(match[1] ?? "", { value: match[2] ?? "", at: start + match.index });
  }
  return found;
}
