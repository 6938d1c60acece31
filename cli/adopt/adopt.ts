import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import color from "picocolors";
import { type EnvironmentFacts, readFolder, type StackDraft, stackDraft } from "../../audit";
import { nearest } from "../../domain";
import { isLocalEnvironment } from "../../domain/environment-name";
import { CommandError, EXIT } from "../exit-code";
import { originOf } from "./origin";
import { stackDocument } from "./stack-document";

export interface AdoptRequest {
  readonly folder: string;
  /** Needed only where the folder has several. */
  readonly service?: string;
  readonly output: string;
  readonly force: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly standardPort: number;
  readonly json: boolean;
}

interface Adopted {
  readonly draft: StackDraft;
  readonly file: string;
}

/** Writes the stack files, prints the commands that are left to type, and returns the exit code. */
export function adopt(request: AdoptRequest): number {
  const { folder, output, force, standardPort, json } = request;
  const environments = environmentsOf(request);
  const origin = originOf(path.resolve(folder));
  const adopted = environments.map((environment): Adopted => {
    const draft = stackDraft(environment, origin, { standardPort });
    return { draft, file: path.join(output, `Pulumi.${draft.environment}.yaml`) };
  });
  // Nothing is written where one of the files may not be written.
  const there = adopted.map(({ file }) => file).filter((file) => existsSync(file));
  if (there.length > 0 && !force) {
    throw new CommandError(
      `${there.join(", ")}: there already. \`--output FOLDER\` writes elsewhere, \`--force\` overwrites.`,
    );
  }
  for (const { draft, file } of adopted) write(file, stackDocument(draft), force);
  process.stdout.write(`${json ? inJson(adopted) : inWords(adopted)}\n`);
  return EXIT.done;
}

function environmentsOf(request: AdoptRequest): readonly EnvironmentFacts[] {
  const { folder, service, include, exclude } = request;
  const { services, environments } = readable(folder, () =>
    readFolder(folder, { ...(include && { include }), ...(exclude && { exclude }) }),
  );
  const names = serviceNames(services, environments);
  const chosen = service ?? names[0];
  if (chosen === undefined) {
    throw new CommandError(
      `${folder}: no file states anything of a service. \`--include '.env*'\` reads ignored files.`,
    );
  }
  if (service === undefined && names.length > 1) {
    throw new CommandError(
      `${folder} has several services: type \`--service\` with one of ${names.join(", ")}.`,
    );
  }
  if (!names.includes(chosen)) {
    const meant = nearest(chosen, names);
    const hint = meant === undefined ? `there are ${names.join(", ")}` : `did you mean \`${meant}\``;
    throw new CommandError(`${folder} has no service \`${chosen}\` (${hint}).`);
  }
  return withDeployment(environments.filter((environment) => environment.service === chosen));
}

/** How a service is built and started; files for a developer's machine do not say it. */
const OF_DEPLOYMENTS: readonly string[] = ["start-command", "platform", "health-check"];

/** A stack for a developer's machine rehearses the deployed service, so it is started in the same way. */
function withDeployment(environments: readonly EnvironmentFacts[]): readonly EnvironmentFacts[] {
  const deployed = environments.find((one) => !isLocal(one));
  if (deployed === undefined) return environments;
  const lent = deployed.facts.filter(({ kind }) => OF_DEPLOYMENTS.includes(kind));
  return [
    ...environments.filter((one) => !isLocal(one)),
    ...environments.filter(isLocal).map((one) => ({ ...one, facts: [...one.facts, ...lent] })),
  ];
}

/** The services that are deployed somewhere, or all where none is. A database in a compose file is not adopted. */
function serviceNames(
  services: readonly { readonly name: string }[],
  environments: readonly EnvironmentFacts[],
): readonly string[] {
  const deployed = environments.filter((one) => !isLocal(one));
  const names =
    deployed.length > 0 ? deployed.map(({ service }) => service) : services.map(({ name }) => name);
  return [...new Set(names)];
}

function isLocal({ environment }: EnvironmentFacts): boolean {
  return isLocalEnvironment(environment ?? "");
}

function readable<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CommandError(`${folder}: expected a folder that can be read, got ${code}.`, undefined, {
      cause,
    });
  }
}

function write(file: string, text: string, force: boolean): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: force ? "w" : "wx" });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "an error";
    throw new CommandError(`${file}: expected a file that can be written, got ${code}.`, undefined, {
      cause,
    });
  }
}

/** The commands that set a stack's secrets. Pulumi asks for each value and shows none. */
function commands({
  environment,
  secrets,
}: StackDraft): readonly { readonly command: string; readonly note: string }[] {
  return secrets.map(({ key, path: isPath, note }) => ({
    command: `pulumi config set -s ${environment} --secret ${isPath ? `--path '${key}'` : key}`,
    note,
  }));
}

function inWords(adopted: readonly Adopted[]): string {
  const sections = adopted.map(({ draft, file }) => {
    const guesses = [...draft.service, ...draft.database]
      .filter((field) => field.assumed)
      .map(({ key }) => key);
    return [
      `${color.green("wrote")} ${color.bold(file)}`,
      ...(guesses.length === 0 ? [] : [`  assumed, so look at them: ${guesses.join(", ")}`]),
      "  type, from the folder of that file:",
      `    pulumi stack init ${draft.environment}`,
      ...commands(draft).flatMap(({ command, note }) => [
        `    ${command}`,
        `        ${color.dim(`# ${note}`)}`,
      ]),
    ].join("\n");
  });
  const first = adopted[0]?.draft.environment ?? "production";
  return [
    ...sections,
    `Then \`pulumi preview -s ${first} --policy-pack policy\` judges what was written.`,
  ].join("\n\n");
}

/** `--json`: under version 1 fields are added; none is changed or removed. */
function inJson(adopted: readonly Adopted[]): string {
  const stacks = adopted.map(({ draft, file }) => ({
    stack: draft.environment,
    file,
    assumed: [...draft.service, ...draft.database].filter((field) => field.assumed).map(({ key }) => key),
    commands: [`pulumi stack init ${draft.environment}`, ...commands(draft).map(({ command }) => command)],
  }));
  return JSON.stringify({ version: 1, stacks }, null, 2);
}
