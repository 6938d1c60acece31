import { existsSync } from "node:fs";
import { nearest } from "../domain";
import { isRenderError, RenderClient, readService, type ServiceAtRender } from "../render-api";
import { CommandError } from "./exit-code";
import { renderHost } from "./render-host";
import { namedService, serviceNames } from "./stacks/named-service";
import { readStackFile } from "./stacks/stack-file";
import { stackFileName, stackFilePath } from "./stacks/stack-file-name";

/** Which service at Render a command is about: a stack's, or one by its name or id. */
export interface ServiceChoice {
  readonly stack?: string;
  readonly service?: string;
  /** The folder of the stack files. */
  readonly project: string;
  /** Whether a stack is one with a file. @default beside a service's name, a stack may be an environment's name alone */
  readonly stackHasFile?: boolean;
}

/** A service at Render, with its name. */
export interface ChosenService {
  readonly at: ServiceAtRender;
  readonly name: string;
  /** The stack, where one was named. */
  readonly environment: string | undefined;
}

/**
 * Finds the service at Render.
 *
 * @throws CommandError where it is not named, there is none or several of that name, or Render cannot be asked
 */
export async function chosenService(
  choice: ServiceChoice,
  { signal, report }: { readonly signal: AbortSignal; readonly report: (line: string) => void },
): Promise<ChosenService> {
  const stack = await stackOf(choice);
  const wanted = stack?.service ?? choice.service;
  if (wanted === undefined)
    throw new CommandError("name a service: type `--stack NAME` or `--service NAME`.");
  const client = new RenderClient({
    host: renderHost(stack?.host),
    apiKey: renderApiKey(choice.stack),
    onPause: report,
  });
  const environment = choice.stack;
  if (/^srv-/.test(wanted)) {
    const at = { client, serviceId: wanted };
    if (stack !== undefined) await assertOfStack(at, environment ?? "", stack.names, signal);
    return { at, name: wanted, environment };
  }
  const services = await asked(client.list<{ id: string; name: string }>("/services", "service", { signal }));
  const found = services.filter(({ name }) => name === wanted);
  const [one, ...others] = found;
  if (one === undefined) {
    const meant = nearest(
      wanted,
      services.map(({ name }) => name),
    );
    const hint = meant === undefined ? "`--service srv-…` takes its id" : `did you mean \`${meant}\``;
    throw new CommandError(`Render has no service \`${wanted}\` that this key can see (${hint}).`);
  }
  if (others.length > 0) {
    const ids = found.map(({ id }) => id).join(", ");
    throw new CommandError(
      `Render has several services \`${wanted}\`: type \`--service\` with one of ${ids}.`,
    );
  }
  return { at: { client, serviceId: one.id }, name: one.name, environment };
}

/** @throws CommandError for an id of a service that the stack does not name, where it names any */
async function assertOfStack(
  at: ServiceAtRender,
  stack: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (names.length === 0) return;
  const { name } = await asked(readService(at, signal));
  if (name === undefined || names.includes(name)) return;
  throw new CommandError(
    `${stackFileName(stack)}: it has no service \`${name}\`, which ${at.serviceId} is, but ${names.join(" and ")}. ` +
      "Type `--stack` or `--service` alone.",
  );
}

/** Render's answer, or its refusal as a command error. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (!isRenderError(cause)) throw cause;
    throw new CommandError(cause.message, undefined, { cause });
  }
}

/** What the stack's file says. With a service's name, a stack without a file is only the environment's name. */
async function stackOf({ stack, service, project, stackHasFile }: ServiceChoice) {
  if (stack === undefined) return undefined;
  if (service !== undefined && stackHasFile !== true && !existsSync(stackFilePath(project, stack)))
    return undefined;
  const { config } = await readStackFile(project, stack);
  const host = config["render:host"];
  const name = namedService(stack, config, service);
  const names = [...serviceNames(config).values()];
  return { service: name, host: typeof host === "string" ? host : undefined, names };
}

/** @throws CommandError with what to type where RENDER_API_KEY is not set, or can be no key */
export function renderApiKey(stack?: string): string {
  const key = process.env.RENDER_API_KEY?.trim() ?? "";
  // A header holds visible characters alone; what refuses the others repeats them.
  if (/^[!-~]+$/.test(key)) return key;
  // No placeholder: in the place of a value it would be masked, as a key is.
  const typed =
    stack === undefined
      ? "`export RENDER_API_KEY=` with your key after it"
      : `\`export RENDER_API_KEY=$(pulumi config get render:apiKey -s ${stack})\``;
  const got = key === "" ? "none" : "one with a blank, a line's end or another character that no key has";
  throw new CommandError(`expected RENDER_API_KEY, got ${got}. Type ${typed}.`);
}
