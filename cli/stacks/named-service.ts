import { nearest } from "../../domain/nearest";
import { CommandError } from "../exit-code";
import { stackFileName } from "./stack-file-name";
import { writtenByKey } from "./written-services";

type Config = Readonly<Record<string, unknown>>;

/** The services of a stack, by their keys: their names at Render. The short form for one has no key of its own. */
export function serviceNames(config: Config): ReadonlyMap<string, string> {
  return new Map(
    writtenByKey(config).flatMap(([key, { name = key }]): [string, string][] =>
      typeof name === "string" && name !== "" ? [[key, name]] : [],
    ),
  );
}

/**
 * The name of the service that was typed, else of the stack's only one.
 *
 * @throws CommandError with what to type
 */
export function namedService(stack: string, config: Config, typed: string | undefined): string {
  return typed === undefined ? onlyService(stack, config) : typedService(stack, config, typed);
}

/** The name of a stack's only service. @throws CommandError with what to type where it has several, or none */
function onlyService(stack: string, config: Config): string {
  const names = [...serviceNames(config).values()];
  const [only] = names;
  if (only === undefined) {
    throw new CommandError(
      `${stackFileName(stack)}: expected a service with a name, got none. Type \`--service NAME\`.`,
    );
  }
  if (names.length === 1) return only;
  throw new CommandError(
    `the stack ${stack} has several services: type \`--service\` with ${either(names)}.`,
  );
}

/**
 * The name of the service that was typed, by its name or its key in the file. An id of Render's, and a stack that
 * declares its services elsewhere, cannot be checked.
 *
 * @throws CommandError with the names that there are
 */
function typedService(stack: string, config: Config, typed: string): string {
  const names = serviceNames(config);
  const all = [...names.values()];
  if (all.length === 0 || typed.startsWith("srv-") || all.includes(typed)) return typed;
  const named = names.get(typed);
  if (named !== undefined) return named;
  const meant = nearest(typed, all);
  const hint = meant === undefined ? `Type \`--service\` with ${either(all)}.` : `Did you mean ${meant}?`;
  throw new CommandError(`${stackFileName(stack)}: it has no service \`${typed}\`. ${hint}`);
}

const either = (names: readonly string[]): string => names.join(" or ");
