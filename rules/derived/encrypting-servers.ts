import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Undecided, Verdict } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { serviceTypeOf } from "../../domain/stated-service";
import { variableOf } from "../../domain/variables";
import { deployedOn } from "../../platforms";

/** A server, and the options by which it encrypts what it serves. */
interface Server {
  readonly runs: RegExp;
  readonly encrypts: RegExp;
}

/** Each from its own page of options, read 2026-12-01. */
const SERVERS: readonly Server[] = [
  { runs: /(?:^|[\s/])(?:gunicorn|hypercorn)(?= |$)/, encrypts: / --certfile[= ]/ },
  { runs: /(?:^|[\s/])uvicorn(?= |$)/, encrypts: / --ssl-certfile[= ]/ },
  { runs: /(?:^|[\s/])granian(?= |$)/, encrypts: / --ssl-certificate[= ]/ },
  { runs: /(?:^|[\s/])daphne(?= |$)/, encrypts: / (?:-e|--endpoint)[= ]?ssl:/ },
  { runs: /(?:^|[\s/])flask(?: \S+)* run(?= |$)/, encrypts: / --cert[= ]/ },
  { runs: /(?:^|[\s/])puma(?= |$)/, encrypts: / (?:-b|--bind)[= ]?ssl:/ },
  { runs: /(?:^|[\s/])http-server(?= |$)/, encrypts: / (?:-S|--tls|--ssl)(?= |$)/ },
  { runs: /(?:^|[\s/])serve(?= |$)/, encrypts: / --ssl-cert[= ]/ },
  { runs: /(?:^|[\s/])java(?= |$)/, encrypts: / (?:-D|--)server\.ssl\.(?:enabled=true|key-store=\S)/ },
];

/** Spring Boot's own (docs.spring.io: application properties, server). */
const BY_VARIABLE = { runs: /(?:^|[\s/])java(?= |$)/, name: "SERVER_SSL_ENABLED" } as const;

/**
 * Servers of web services that encrypt by themselves. Render decrypts before, and asks the service in plain HTTP
 * (render.com/docs/tls, read 2026-12-01); whether it asks one that encrypts otherwise is not documented.
 */
export function encryptingServers(facts: readonly Fact[]): Verdict {
  if (!deployedOn(facts, {}).some(({ id }) => id === "render")) return { violations: [], undecided: [] };
  return {
    violations: [],
    undecided: factsOf(facts, "start-command").flatMap((fact) => ofCommand(fact, facts)),
  };
}

function ofCommand(fact: StartCommandFact, facts: readonly Fact[]): readonly Undecided[] {
  const { command, place, service } = fact;
  if (place.source !== "resource" || !command.known || serviceTypeOf(facts, service) !== "web") return [];
  const steps = simpleCommands(command.value).map(({ words }) => words.join(" "));
  const byOption = steps.some((step) =>
    SERVERS.some(({ runs, encrypts }) => runs.test(step) && encrypts.test(step)),
  );
  const byVariable =
    steps.some((step) => BY_VARIABLE.runs.test(step)) &&
    /^true$/i.test(variableOf(facts, fact, BY_VARIABLE.name) ?? "");
  return byOption || byVariable
    ? [
        {
          place,
          why: "the server encrypts by itself, and Render, which decrypts before, asks a service in plain HTTP",
        },
      ]
    : [];
}
