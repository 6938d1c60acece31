import { type Edit, edited } from "../domain/edit";
import { type Fact, factsOf, type StartCommandFact } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { unknown } from "../domain/knowable";
import { type Knowledge, rule, type Violation } from "../domain/rule";
import {
  isLoopback,
  isUnreachable,
  readStart,
  readStartCommand,
  type StartCommand,
  type VariableLookup,
} from "../domain/start-command";
import { SERVERS } from "../domain/start-command/servers";
import { mayListen } from "../domain/stated-service";
import { askedVariables, variablesNamed } from "../domain/variables";
import { together } from "../domain/verdict";
import { manifestAt } from "../platforms";
import { bindFix } from "./derived/bind-fix";
import { type ImageOpens, imageOpens } from "./derived/image-opens";
import { isOtherAddress, otherAddress } from "./derived/other-address";
import { PROXIED } from "./derived/service-ports";
import { unknownHost } from "./derived/unknown-start";

export const serviceLoopbackBind = rule({
  id: "service/loopback-bind",
  severity: "error",
  title: "The service listens on all interfaces",
  why: "A platform looks for the port from outside, on 0.0.0.0; a process on 127.0.0.1 is never found and the deploy times out.",
  fix: "Start the server with --host 0.0.0.0.",
  edits:
    "A loopback address becomes 0.0.0.0; in a program's resource, a plain command of uvicorn, flask or granian without one gets `--host 0.0.0.0`.",
  reference: "https://render.com/docs/web-services#port-binding",
  prevents: ["port/none-open", "port/loopback-bind", "platform/cause-unknown"],
  readsUnsetVariables: true,
  check: (facts, settings) => {
    // What a worker opens, such as its own metrics, is not asked from outside.
    const asked = ({ service }: Fact) => mayListen(facts, service);
    const starts = factsOf(facts, "start-command").filter(asked);
    const images = starts.flatMap((fact) => {
      const opens = imageOpens(fact, facts);
      return opens === undefined ? [] : [{ fact, opens }];
    });
    const commands = judgeEach(
      starts.filter((fact) => images.every((one) => one.fact !== fact)),
      (fact) => {
        const { look } = askedVariables(facts, fact);
        const { command } = fact;
        const why = command.known
          ? (behindProxy(command.value, look) ?? unknownHost(fact, command.value, facts, look))
          : undefined;
        return why === undefined ? command : unknown(why);
      },
      (command, fact) => {
        const { look, unset } = askedVariables(facts, fact);
        const start = readStartCommand(command, look);
        const host = start && boundHost(start, facts, settings);
        if (start === undefined || host === undefined) return undefined;
        const awaits = [...unset].filter((name) => name !== "PORT");
        if (isOtherAddress(host)) return { place: fact.place, ...otherAddress(start.program, host), awaits };
        if (!isUnreachable(host)) return undefined;
        const written = bindVariable(host, fact, facts);
        return {
          place: command.includes(host) ? fact.place : (written?.place ?? fact.place),
          what: `${start.program}'s bind address`,
          expected: "0.0.0.0",
          got: host,
          fix: bindFix(start, host, command, written),
          awaits,
          ...commandEdit(host, command, fact, facts),
        };
      },
    );
    const binds = judgeEach(
      factsOf(facts, "bind").filter(asked),
      ({ host }) => host,
      (host, { place, from, adds, spelling }) => {
        if (!isUnreachable(host)) return undefined;
        const words = { what: "bind address", expected: "0.0.0.0", got: host };
        if (adds !== undefined)
          return { place, ...words, fix: `Add \`${adds}\`: without it ${host} is bound.` };
        if (from === undefined && spelling !== undefined) {
          const { is, all } = spelling;
          const fix = `Write \`${all}\` in place of \`${is}\`.`;
          return { place, ...words, fix, edit: { replace: is, by: all } };
        }
        if (from === undefined) return { place, ...words, fix: "Bind 0.0.0.0.", ...bindEdit(host) };
        // The variable may be set where no file says so, such as in a dashboard.
        const fix = `Bind 0.0.0.0, or set ${from.variable} to 0.0.0.0${from.portText ?? ""}.`;
        return { place, ...words, severity: "warning" as const, fix };
      },
    );
    return together(commands, binds, { violations: images.flatMap(ofImage), undecided: [] });
  },
});

/** The address that a published image binds, by its variable or by itself. */
function ofImage({ opens }: { readonly opens: ImageOpens }): readonly Violation[] {
  const { name, host, awaits } = opens;
  if (!isUnreachable(host.text)) return [];
  const fix = host.from === undefined ? `Start ${name} with 0.0.0.0.` : `Set ${host.from} to 0.0.0.0.`;
  return [
    { place: host.place, what: `bind address of ${name}`, expected: "0.0.0.0", got: host.text, fix, awaits },
  ];
}

/** Behind a proxy of the same command a server on loopback is where it belongs. */
function behindProxy(command: string, look: VariableLookup): string | undefined {
  const host = readStartCommand(command, look)?.host;
  return host !== undefined && isUnreachable(host) && readStart(command, look).isProxied
    ? PROXIED
    : undefined;
}

const BIND_FLAGS = [
  ...new Set([
    ...SERVERS.flatMap(({ hostFlags = [], bindFlags = [], socketFlags = [], httpBy }) => [
      ...[...hostFlags, ...bindFlags],
      ...(httpBy === undefined ? [] : socketFlags),
    ]),
    "runserver",
  ]),
];

/** The address, which for some servers is another one where nothing sets PORT: where a manifest declares the port alone. */
function boundHost(start: StartCommand, facts: readonly Fact[], settings: Knowledge): string | undefined {
  if (start.hostWithoutPort === undefined) return start.host;
  const isSet = variablesNamed(facts, (name) => name === "PORT").length > 0;
  const declares = facts.some(
    ({ place }) => manifestAt(place, settings)?.platform.portDiscovery === "declared",
  );
  return declares && !isSet ? start.hostWithoutPort : start.host;
}

/** A variable that holds the address, such as ASPNETCORE_URLS or HOST. */
function bindVariable(host: string, { service }: StartCommandFact, facts: readonly Fact[]) {
  return factsOf(facts, "variable").find(
    (fact) =>
      fact.service === service &&
      SERVERS.some(({ bindVariables = [], hostVariables = [] }) =>
        [...bindVariables, ...hostVariables].includes(fact.name),
      ) &&
      fact.value.known &&
      fact.value.value.includes(host),
  );
}

/** An address of a bind in code, or one that is written in a command. An IPv6 address may have brackets around it. */
function bindEdit(host: string, after?: readonly string[]): { readonly edit?: Edit } {
  if (!isLoopback(host) || host.includes(":")) return {};
  return { edit: { replace: host, by: "0.0.0.0", ...(after && { after }) } };
}

/** Servers whose `--host` may be added to the end of a plain command: behind a pipe or in quotes it would go astray. */
const TAKES_HOST: readonly string[] = ["uvicorn", "flask", "granian"];

/**
 * A server that is given no address takes it from a variable of its own, such as UVICORN_HOST; where that is not set,
 * the flag is added. The command after the edit is read again: it must bind 0.0.0.0, and leave the port as it was.
 */
function commandEdit(
  host: string,
  command: string,
  fact: StartCommandFact,
  facts: readonly Fact[],
): { readonly edit?: Edit } {
  if (command.includes(host)) return bindEdit(host, BIND_FLAGS);
  const variable = factsOf(facts, "variable").find(
    ({ name, service, value }) =>
      SERVERS.some(({ hostVariables = [] }) => hostVariables.includes(name)) &&
      service === fact.service &&
      value.known &&
      value.value === host,
  );
  const { edit } = bindEdit(host);
  if (variable !== undefined) return edit === undefined ? {} : { edit: { ...edit, place: variable.place } };
  // Beside a repository's files, a dashboard may set the variable.
  if (fact.place.source !== "resource") return {};
  const plain = command.trim();
  const added: Edit = { replace: plain, by: `${plain} --host 0.0.0.0` };
  const takes = TAKES_HOST.includes(readStartCommand(plain)?.program ?? "");
  return takes && !/[|&;<>()'"`\\\n#]/.test(plain) && isRight(added, command) ? { edit: added } : {};
}

function isRight(edit: Edit | undefined, command: string): boolean {
  const after = edit === undefined ? undefined : edited(command, edit);
  if (after === undefined) return false;
  const [was, is] = [readStartCommand(command), readStartCommand(after)];
  return is?.host === "0.0.0.0" && JSON.stringify(is.port) === JSON.stringify(was?.port);
}
