import path from "node:path";
import color from "picocolors";
import type { StackDraft } from "../../audit";
import { printable, printableJson } from "../audit/printable";
import { deployCommands, firstCommands, type NextCommand, stackCommands } from "./next-commands";

/** What was adopted, as words and `--json` state it. */
export interface Adopted {
  /** The folder of the project, from the current one. */
  readonly output: string;
  readonly written: readonly string[];
  readonly stacks: readonly { readonly draft: StackDraft; readonly file: string }[];
  /** What a person has to know or to do, one sentence each. */
  readonly notes: readonly string[];
  /** Whether the package for rehearsals is installed. */
  readonly rehearsal: boolean;
  /** The commands that deploy a monitor at Render; none where none was asked for. */
  readonly monitor: readonly NextCommand[];
}

/** What was written, what was assumed, what is wrong with it, and the commands that are left to type. */
export function inWords(adopted: Adopted): string {
  // Names of services and files are foreign text: no line and no colour may begin in one.
  const { output, written, stacks, notes, rehearsal, monitor } = printable(adopted);
  const names = written.map((file) => path.relative(output, file) || file);
  const wrote =
    names.length === 0
      ? `${color.bold(output || ".")} is as adopt would write it: nothing was changed`
      : `${color.green("wrote")} ${color.bold(`${output || "."}/`)}  ${names.join(", ")}`;
  const deployed = stacks.filter(({ draft }) => !isLocal(draft));
  return [
    wrote,
    ...stacks.map(({ draft }) => stackWords(draft)),
    ...(notes.length === 0 ? [] : [notes.map((note) => `${color.yellow("note")}  ${note}`).join("\n")]),
    section("Next, on this machine:", firstCommands(output, rehearsal)),
    ...(deployed.length === 0 ? stacks : deployed).map(({ draft }) =>
      section(`To deploy ${draft.environment} (pulumi asks for each value and shows no secret):`, [
        ...stackCommands(draft),
        ...deployCommands(draft.environment),
      ]),
    ),
    ...(monitor.length === 0 ? [] : [section("To monitor it, once that stack is deployed:", monitor)]),
  ].join("\n\n");
}

const isLocal = ({ environment }: StackDraft): boolean => environment === "local";

function stackWords(draft: StackDraft): string {
  const { environment, services } = draft;
  const names = services.map(({ key, kind }) => `${key} (${kind})`).join(", ");
  const flags = flagsOf(draft);
  return [
    `${color.bold(environment)}  ${names}`,
    ...(assumedIn(draft).length === 0 ? [] : [`  assumed, so look at them: ${assumedIn(draft).join(", ")}`]),
    ...flags.map((flag) => `  ${flag.startsWith("error") ? color.red("✗") : color.yellow("!")} ${flag}`),
  ].join("\n");
}

function section(title: string, commands: readonly NextCommand[]): string {
  const width = Math.max(...commands.map(({ command }) => (command.length > 60 ? 0 : command.length)));
  const lines = commands.map(({ command, note }) => {
    if (note === "") return `  ${command}`;
    if (command.length > width) return `  ${command}\n      ${color.dim(`# ${note}`)}`;
    return `  ${command.padEnd(width)}  ${color.dim(`# ${note}`)}`;
  });
  return [color.bold(title), ...lines].join("\n");
}

/** The keys whose values nothing in the repository says. */
export function assumedIn(draft: StackDraft): readonly string[] {
  const { services, standardPort, database, databases, isNamed } = draft;
  const [only] = services;
  const ofServices = services.flatMap(({ key, fields }) =>
    fields
      .filter(({ assumed }) => assumed)
      .map((field) => (services.length === 1 && only !== undefined ? field.key : `${key}.${field.key}`)),
  );
  const others = [...(standardPort === undefined ? [] : [standardPort]), ...(database ?? [])];
  const named = databases.flatMap(({ key, fields }) =>
    fields.filter(({ assumed }) => assumed).map((field) => `${key}.${field.key}`),
  );
  return [
    ...(isNamed ? [] : ["the stack's name"]),
    ...ofServices,
    ...others.filter(({ assumed }) => assumed).map(({ key }) => key),
    ...named,
  ];
}

/** What an audit says of the values that were written as they were found, each once, with its place. */
export function flagsOf(draft: StackDraft): readonly string[] {
  const { services, shared, database, databases, secrets, beside } = draft;
  const fields = [
    ...services.flatMap((each) => [...each.fields, ...each.variables]),
    ...shared,
    ...(database ?? []),
    ...databases.flatMap((each) => each.fields),
  ];
  const told = [...fields, ...secrets].flatMap(({ key, note, flags = [] }) =>
    flags.map((flag) => `${flag} (${key}, ${note})`),
  );
  return [...new Set([...told, ...beside])];
}

/** `--json`: under version 1 fields are added; none is changed or removed. */
export function inJson({ output, written, stacks, notes, rehearsal, monitor }: Adopted): string {
  const rows = stacks.map(({ draft, file }) => ({
    stack: draft.environment,
    file,
    services: draft.services.map(({ key, kind }) => ({ key, type: kind })),
    assumed: assumedIn(draft),
    flagged: flagsOf(draft),
    commands: stackCommands(draft).map(({ command }) => command),
    deploy: deployCommands(draft.environment).map(({ command }) => command),
  }));
  const next = firstCommands(output, rehearsal).map(({ command }) => command);
  const monitoring = monitor.length === 0 ? {} : { monitor: monitor.map(({ command }) => command) };
  return printableJson(
    JSON.stringify(
      { version: 1, folder: output, written, stacks: rows, notes, next, ...monitoring },
      null,
      2,
    ),
  );
}
