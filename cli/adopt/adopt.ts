import { existsSync } from "node:fs";
import path from "node:path";
import { type AdoptableFolder, adoptFolder, type StackDraft } from "../../audit";
import { nearest } from "../../domain";
import { environmentKind, isLocalEnvironment } from "../../domain/environment-name";
import { quotePath } from "../../domain/shell-words";
import { type Installed, installedPackages } from "../../engine";
import { problemLine } from "../audit/words";
import { CommandError, EXIT } from "../exit-code";
import { foundInstead } from "../given-file";
import { assertFolder } from "../given-folder";
import { withoutPause } from "../interruption";
import { stackFilePath } from "../stacks/stack-file-name";
import { printRaw, printReport } from "../terminal-output";
import { type Checkout, checkoutOf } from "./checkout";
import { withKept } from "./kept";
import {
  MONITOR_STACK,
  MONITOR_WORKFLOW,
  type MonitorPlace,
  monitorCommands,
  monitorStack,
  monitorWorkflow,
  regionOf,
} from "./monitor";
import { notesOf } from "./notes";
import { patchOf } from "./patch";
import { ownName, projectFiles } from "./project-files";
import { type Adopted, inJson, inWords } from "./report";
import { stackDocument } from "./stack-document";
import { WORKFLOW, workflowText } from "./workflow";
import { type PlannedFile, plannedFile, writeFiles } from "./written-files";

export interface AdoptRequest {
  readonly folder: string;
  /** These services of those that the manifests name; all where none is named. */
  readonly services?: readonly string[];
  readonly output: string;
  readonly workflow: boolean;
  /** Where a monitor is to run. @default none is written */
  readonly monitor?: MonitorPlace;
  readonly force: boolean;
  /** Print what would change, and write nothing. */
  readonly diff: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly standardPort?: number;
  readonly json: boolean;
}

const WROTE_NOTHING = "nothing was written";

/** Writes the project, prints the commands that are left to type, and returns the exit code. */
export function adopt(request: AdoptRequest): number {
  const { folder, output, diff, force, json } = request;
  assertFolder(folder, "adopt");
  const found = withoutPause(WROTE_NOTHING, () => adoptableIn(request));
  assertRead(found);
  const services = chosen(found.names, request);
  const checkout = checkoutOf(path.resolve(folder));
  const drafts = withoutPause(WROTE_NOTHING, () => found.drafts(checkout, services));
  const installed = installedPackages(path.resolve(output));
  const stacks = drafts.map((draft) => ({ draft, file: stackFilePath(output, draft.environment) }));
  const planned = plan(request, stacks, checkout, installed);
  if (diff) {
    const patch = patchOf(planned, checkout.root);
    printRaw(patch);
    return patch === "" ? EXIT.done : EXIT.failed;
  }
  const adopted: Adopted = {
    output,
    written: writeFiles(planned, force),
    stacks,
    notes: notesOf({
      folder: path.resolve(folder),
      output,
      checkout,
      installed,
      others: found.others,
      drafts,
    }),
    rehearsal: installed.length > 1,
    monitor: request.monitor === "render" ? monitorCommands() : [],
  };
  printReport(adopted, json ? inJson : inWords);
  return EXIT.done;
}

/** What adopt itself has written says nothing of the repository. */
function adoptableIn({ folder, output, include, exclude = [], standardPort }: AdoptRequest): AdoptableFolder {
  const inside = path.relative(path.resolve(folder), path.resolve(output)).split(path.sep).join("/");
  const own = inside.startsWith("..") ? [] : [...projectFiles("x", []).keys(), "Pulumi.*.yaml"];
  const written = own.map((file) => `/${inside === "" ? "" : `${inside}/`}${file}`);
  const skipped = existsSync(path.join(output, "Pulumi.yaml")) ? [...exclude, ...written] : exclude;
  try {
    return adoptFolder(folder, {
      exclude: skipped,
      ...(standardPort !== undefined && { standardPort }),
      ...(include && { include }),
    });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CommandError(
      `${folder}: expected a folder that can be read, got ${foundInstead(cause)}.`,
      undefined,
      {
        cause,
      },
    );
  }
}

/** A project of half of the services would be wrong: what names the others has to be corrected or left out first. */
function assertRead({ unread }: AdoptableFolder): void {
  if (unread.length === 0) return;
  const files = [...new Set(unread.map(({ file }) => file))].map(
    (file) => `--exclude ${quotePath(`/${file}`)}`,
  );
  throw new CommandError(
    `${unread.map(problemLine).join("; ")}. Not decided: its services are not known. ` +
      `Correct the file, or leave it out with \`${files.join(" ")}\`.`,
  );
}

function chosen(names: readonly string[], { folder, services = names }: AdoptRequest): readonly string[] {
  if (names.length === 0) {
    throw new CommandError(
      `${folder}: no file states anything of a service. \`--include '.env*'\` reads ignored files; ` +
        "a Dockerfile, a Procfile, a render.yaml or a start script says what runs.",
    );
  }
  for (const name of services) {
    if (names.includes(name)) continue;
    const meant = nearest(name, names);
    const hint = meant === undefined ? `there are ${names.join(", ")}` : `did you mean \`${meant}\`?`;
    throw new CommandError(`${folder} has no service \`${name}\`: ${hint}`);
  }
  return services;
}

function plan(
  { folder, output, workflow, monitor }: AdoptRequest,
  stacks: Adopted["stacks"],
  checkout: Checkout,
  installed: readonly Installed[],
): readonly PlannedFile[] {
  // Deployed stacks belong to the project of that name: under another one Pulumi finds none of them.
  const name = ownName(output) ?? projectName(checkout.repository ?? path.resolve(folder));
  const project = [...projectFiles(name, installed)].map(([file, text]) =>
    plannedFile(path.join(output, file), text),
  );
  const files = [
    ...project,
    ...stacks.map(({ draft, file }) => plannedFile(file, stackDocument(draft), withKept)),
  ];
  const within = path.relative(checkout.root, path.resolve(output)).split(path.sep).join("/") || ".";
  const inRepository = (file: string): string => path.relative(process.cwd(), path.join(checkout.root, file));
  const deployed = deployedIn(stacks.map(({ draft }) => draft));
  if (workflow) {
    const branch = checkout.branch ?? "main";
    const text = workflowText({ folder: within, branch, stacks: deployed });
    files.push(plannedFile(inRepository(WORKFLOW), text));
  }
  if (monitor === undefined) return files;
  const asked = stacks.find(({ draft }) => draft.environment === deployed.at(-1))?.draft;
  if (asked === undefined)
    throw new CommandError(`--monitor: ${folder} has no environment that is deployed.`);
  const monitored = { stack: asked.environment, folder: within };
  if (monitor === "github")
    return [...files, plannedFile(inRepository(MONITOR_WORKFLOW), monitorWorkflow(monitored))];
  const text = monitorStack(monitored, checkout, { name, region: regionOf(asked) });
  return [...files, plannedFile(stackFilePath(output, MONITOR_STACK), text, withKept)];
}

/** Production is deployed last. */
function deployedIn(drafts: readonly StackDraft[]): readonly string[] {
  const names = drafts.map(({ environment }) => environment).filter((name) => !isLocalEnvironment(name));
  const last = (name: string): number => (environmentKind(name) === "production" ? 1 : 0);
  return names.toSorted((one, other) => last(one) - last(other));
}

/** A project's name at Pulumi is letters, digits, `_`, `-` and `.`. */
function projectName(address: string): string {
  const last = address.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  const name = last.replaceAll(/[^\w.-]+/g, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return name === "" ? "environments" : name.slice(0, 100);
}
