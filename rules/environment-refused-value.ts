import { ALL_VARIABLES, type Fact, factsOf, type Subject, type VariableFact } from "../domain/fact";
import type { GeneratedValueFact } from "../domain/generated-value-fact";
import type { InputFact } from "../domain/input-fact";
import { nameOfImage } from "../domain/published-images";
import { remembered } from "../domain/remembered";
import { rule } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { isComposePlace } from "../domain/stack-place";
import { serviceTypeOf } from "../domain/stated-service";
import { variableOf } from "../domain/variables";
import { type Judged, verdictOf } from "../domain/verdict";
import { bundlerNames } from "./derived/bundler-names";
import { emptyKeys } from "./derived/empty-keys";
import { ADDRESS_VALUES } from "./derived/refused-values/addresses";
import { BUILD_VALUES } from "./derived/refused-values/builds";
import { CLIENT_VALUES } from "./derived/refused-values/clients";
import { CONTENT_VALUES } from "./derived/refused-values/contents";
import { DOTNET_VALUES } from "./derived/refused-values/dotnet";
import { ENVIRONMENT_VALUES } from "./derived/refused-values/environments";
import { FRAMEWORK_VALUES } from "./derived/refused-values/frameworks";
import { GIVEN_VALUES, LIKE_GENERATED } from "./derived/refused-values/generated";
import { KINDRED_VALUES } from "./derived/refused-values/kindred";
import { LEVEL_VALUES, WORD_VALUES } from "./derived/refused-values/levels";
import { NODE_VALUES } from "./derived/refused-values/node";
import { PAGE_VALUES } from "./derived/refused-values/pages";
import { PRODUCT_VALUES } from "./derived/refused-values/products";
import { PYTHON_VALUES } from "./derived/refused-values/python";
import type { Beside, Row } from "./derived/refused-values/row";
import { SECRET_VALUES } from "./derived/refused-values/secrets";
import { SITE_VALUES } from "./derived/refused-values/sites";
import { STORE_VALUES } from "./derived/refused-values/stores";
import { WORKER_VALUES } from "./derived/refused-values/workers";
import { strayTexts } from "./derived/stray-texts";
import { unusableVariables } from "./derived/unusable-words";

/** Those that say by a variable's name that they read it. */
const NAMED: readonly Row[] = [
  ...PYTHON_VALUES,
  ...NODE_VALUES,
  ...FRAMEWORK_VALUES,
  ...DOTNET_VALUES,
  ...LEVEL_VALUES,
  ...CLIENT_VALUES,
  ...CONTENT_VALUES,
  ...SITE_VALUES,
];
const ROWS: readonly Row[] = [
  ...NAMED,
  ...STORE_VALUES,
  ...ADDRESS_VALUES,
  ...SECRET_VALUES,
  ...ENVIRONMENT_VALUES,
  ...PAGE_VALUES,
  ...WORD_VALUES,
  ...BUILD_VALUES,
  ...PRODUCT_VALUES,
  ...KINDRED_VALUES,
  ...WORKER_VALUES,
];

/** Those whose reader reads a variable of the name. */
const rowsOf = remembered((name) => ROWS.filter(({ names }) => names.test(name)));

export const environmentRefusedValue = rule({
  id: "environment/refused-value",
  severity: "error",
  title: "Each variable has a value that its reader takes",
  why: "A framework or a library that reads a variable by its own name takes some forms of it, and ends at any other, or does nothing with it.",
  fix: "Write the value in the form that its reader takes.",
  reference: "docs/facts/values.md",
  settings: ["localEnvironments"],
  prevents: ["configuration/invalid"],
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const variables = factsOf(facts, "variable");
    return verdictOf([
      ...variables.flatMap((fact) => judged(fact, facts)),
      ...variables.flatMap(strayTexts),
      ...bundlerNames(facts),
      ...unusableVariables(facts),
      ...drawnAndWritten(variables),
      ...emptyKeys(facts),
      ...factsOf(facts, "generated-value").flatMap((fact) => drawn(fact, facts)),
      ...factsOf(facts, "input").flatMap(stream),
    ]);
  },
});

/** A log stream is one of syslog, at a host and a port (render.com/docs/log-streams, read 2026-11-30). */
function stream({ name, place, what, value }: InputFact): readonly Judged[] {
  if (name !== "ENDPOINT" || place.source !== "resource" || !value.known) return [];
  const text = value.value.trim();
  const got = /^https?:\/\//i.test(text) ? "an address of HTTP" : /:\d+$/.test(text) ? undefined : "no port";
  return got === undefined || FILLED_IN.test(text)
    ? []
    : [{ place, why: `${what}: expected a host and a port, got ${got}; a provider may take it` }];
}

/** A value that something else fills in before it is read. */
const FILLED_IN = /\$\{|\$\(|\{\{|<[\w-]+>|^\$\w+$/;

function judged(fact: VariableFact, facts: readonly Fact[]): readonly Judged[] {
  const { name, value, place, service } = fact;
  if (isComposePlace(place)) return [];
  if (!value.known)
    return name === ALL_VARIABLES || NAMED.some(({ names }) => names.test(name))
      ? [{ place, why: value.why }]
      : [];
  const text = value.value.trim();
  if (text === "") return [];
  const isReference = FILLED_IN.test(text);
  const rows = rowsOf(name).filter(({ literal }) => literal === true || !isReference);
  if (rows.length === 0) return [];
  const beside = besideOf(fact, facts);
  return rows.flatMap(({ refused }): readonly Judged[] => {
    const refusal = refused(text, beside, name);
    if (refusal === undefined) return [];
    const { unless, expected, got, fix } = refusal;
    if (unless === undefined)
      return [
        { place, ...(service !== undefined && { service }), what: `variable ${name}`, expected, got, fix },
      ];
    // Beside a file is the code, which an audit reads for itself.
    return place.source === "resource"
      ? [{ place, why: `${name}: expected ${expected}, got ${got}; ${unless}` }]
      : [];
  });
}

/** Which of both a service gets is not known here, and a provider may refuse it. */
const drawnAndWritten = (variables: readonly VariableFact[]): readonly Judged[] =>
  variables.flatMap(({ name, place, isDrawnToo }) =>
    isDrawnToo === true
      ? [{ place, why: `${name} has a value and is to be generated as well: expected one of both` }]
      : [],
  );

/** What the platform draws, in the place of a value that has another form or that another service gives out. */
function drawn(fact: GeneratedValueFact, facts: readonly Fact[]): readonly Judged[] {
  const { name, place, service } = fact;
  const rows = [...rowsOf(name), ...GIVEN_VALUES.filter(({ names }) => names.test(name))];
  if (rows.length === 0) return [];
  const beside = besideOf(fact, facts);
  return rows.flatMap(({ refused }): readonly Judged[] => {
    const refusal = refused(LIKE_GENERATED, beside, name);
    if (refusal === undefined) return [];
    const { unless, expected, fix } = refusal;
    const got = "one that the platform generates";
    return unless === undefined
      ? [{ place, ...(service !== undefined && { service }), what: `variable ${name}`, expected, got, fix }]
      : [{ place, why: `${name}: expected ${expected}, got ${got}; ${unless}` }];
  });
}

function besideOf(subject: Subject, facts: readonly Fact[]): Beside {
  const { service } = subject;
  const ofService = <T extends { readonly service?: string }>(all: readonly T[]) =>
    all.filter((one) => one.service === service);
  const commands = [...factsOf(facts, "start-command"), ...factsOf(facts, "platform-command")];
  const image = factsOf(facts, "origin").find((one) => one.of === "image" && one.service === service);
  return {
    look: (name) => variableOf(facts, subject, name),
    image: image?.url.known ? nameOfImage(image.url.value) : undefined,
    commands: ofService(commands).flatMap(({ command }) => (command.known ? [command.value] : [])),
    type: serviceTypeOf(facts, service),
    runtime: ofService(factsOf(facts, "platform")).find(({ runtime }) => runtime !== undefined)?.runtime,
  };
}
