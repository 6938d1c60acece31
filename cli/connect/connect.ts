import { askWays, chooseWay, differencesOf } from "../../connect";
import { CommandError, EXIT } from "../exit-code";
import { foundInstead, givenFile } from "../given-file";
import { printJson, printReport, progressTo } from "../terminal-output";
import { type AskedSubject, connectJson } from "./json";
import { connectReport } from "./report";
import { secretsByPulumi } from "./stack-secrets";
import { type ReadSecrets, type Subject, subjectOfVariable, subjectsOfStack } from "./subject";

export interface ConnectOptions {
  readonly stack?: readonly string[];
  /** Of the stacks' databases these alone. */
  readonly database?: readonly string[];
  readonly urlFrom?: readonly string[];
  readonly driver?: string;
  readonly passwordFrom?: string;
  readonly login: boolean;
  readonly ca?: string;
  /** Milliseconds for each step. */
  readonly timeout: number;
  readonly project: string;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** Asks the database of each stack and variable, prints what came of it, and returns the exit code. */
export async function connect(options: ConnectOptions): Promise<number> {
  const { signal, timeout, json } = options;
  const report = progressTo(json);
  const ca = options.ca === undefined ? undefined : await certificates(options.ca);
  const subjects = await subjectsOf(options, report);
  const asked = await Promise.all(
    subjects.map(async (subject): Promise<AskedSubject> => {
      report(`connect: ${subject.name}: asking every way to ${subject.question.address.host}`);
      const question = options.login ? subject.question : { ...subject.question, password: undefined };
      const started = performance.now();
      const reports = await askWays(question, { signal, timeout, ca, addresses: subject.addresses });
      const seconds = (performance.now() - started) / 1000;
      return { subject, reports, choice: chooseWay(reports, subject.client), seconds };
    }),
  );
  const differences = differencesOf(asked.map(({ subject, reports }) => ({ name: subject.name, reports })));
  const passwords = subjects.map(({ question }) => question.password);
  if (json === true) printJson(connectJson(asked, differences), passwords);
  else
    printReport({ asked, differences }, (shown) => connectReport(shown.asked, shown.differences), passwords);
  return exitCodeOf(asked);
}

/** By the declared ways: one that does not work, then one that is not decided. */
function exitCodeOf(asked: readonly AskedSubject[]): number {
  const outcomes = asked.flatMap(({ choice }) =>
    choice.verdicts.filter(({ report }) => report.declared).map(({ outcome }) => outcome),
  );
  if (outcomes.includes("does not work")) return EXIT.failed;
  return outcomes.includes("not decided") ? EXIT.undecided : EXIT.done;
}

async function subjectsOf(
  options: ConnectOptions,
  report: (line: string) => void,
): Promise<readonly Subject[]> {
  const { stack = [], urlFrom = [], database = [], project } = options;
  if (stack.length + urlFrom.length === 0) {
    throw new CommandError(
      "expected `-s STACK` or `--url-from VARIABLE`, got neither. Type `portcullis connect -s staging`.",
    );
  }
  if (database.length > 0 && stack.length === 0) {
    throw new CommandError("expected `-s STACK` with `--database`, which names one of a stack's; got none.");
  }
  const secrets = secretsOf(options, report);
  // One after the other: where Pulumi has to be found or built, that happens once.
  const subjects: Subject[] = [];
  for (const name of new Set(stack))
    subjects.push(...(await subjectsOfStack(project, name, secrets, database)));
  return [
    ...subjects,
    ...[...new Set(urlFrom)].map((variable) => subjectOfVariable(variable, options.driver)),
  ];
}

function secretsOf(
  { passwordFrom, login, project, signal }: ConnectOptions,
  report: (line: string) => void,
): ReadSecrets {
  if (passwordFrom !== undefined) {
    const password = process.env[passwordFrom];
    if (password === undefined || password === "") {
      throw new CommandError(
        `the environment variable ${passwordFrom} is ${password === "" ? "empty" : "not set"}.`,
      );
    }
    return async (_, databases) => ({
      secrets: Object.fromEntries(databases.map((name) => [name, { password }])),
    });
  }
  return login ? secretsByPulumi(project, report, signal) : async () => ({ secrets: {} });
}

function certificates(file: string): string {
  const advice =
    "Name a file with certificates in PEM, as Supabase's database settings give one to download.";
  let text: string;
  try {
    text = givenFile(file);
  } catch (cause) {
    throw new CommandError(
      `--ca: ${file}: expected a file that can be read, got ${foundInstead(cause)}. ${advice}`,
      undefined,
      { cause },
    );
  }
  if (!text.includes("-----BEGIN CERTIFICATE-----"))
    throw new CommandError(`--ca: ${file} has no certificate in PEM. ${advice}`);
  return text;
}
