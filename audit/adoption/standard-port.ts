import { STANDARD_PORT } from "../../domain";
import { isLocalEnvironment } from "../../domain/environment-name";
import { portStandard } from "../../rules/port-standard";
import { assumed, type DraftField } from "./draft-field";
import { sentenceOf } from "./field-flags";
import type { StackDraft } from "./stack-draft";

/**
 * The one port that every service of every deployed environment names is the repository's standard; none is where the
 * service itself opens another: which of them is right is not known.
 */
export function withOwnStandard(drafts: readonly StackDraft[]): readonly StackDraft[] {
  const port = sharedPort(drafts.filter(({ environment }) => !isLocalEnvironment(environment)));
  const standardPort = port === undefined ? undefined : standardOf(port);
  if (standardPort === undefined) return drafts;
  return drafts.map((draft) => {
    // A machine of one's own may have another port for all of them, which no deploy meets.
    const own = isLocalEnvironment(draft.environment) ? sharedPort([draft]) : undefined;
    return { ...draft, standardPort: own === undefined ? standardPort : standardOf(own) };
  });
}

/** The port of all services; undefined where they have several, or one opens another than it names. */
function sharedPort(drafts: readonly StackDraft[]): DraftField["value"] | undefined {
  const fields = drafts.flatMap(({ services }) =>
    services.flatMap((service) => service.fields.find(({ key }) => key === "port") ?? []),
  );
  const [port, ...others] = new Set(fields.map(({ value }) => value));
  return others.length > 0 || fields.some(({ contradicted }) => contradicted === true) ? undefined : port;
}

const standardOf = (port: DraftField["value"]): DraftField | undefined =>
  Number(port) === STANDARD_PORT ? undefined : assumed("standardPort", port, "every service has this port");

/**
 * Each port of a public service beside the standard one has what the policy pack is going to say of it: of several ports
 * one alone can be the standard of a stack.
 */
export function withOtherPorts(draft: StackDraft, otherwise: number): StackDraft {
  const standard = Number(draft.standardPort?.value ?? otherwise);
  const severity = isLocalEnvironment(draft.environment) ? "warning" : portStandard.severity;
  const flagged = (field: DraftField): DraftField => {
    if (field.key !== "port" || Number(field.value) === standard) return field;
    const said = sentenceOf({
      severity,
      rule: portStandard.id,
      what: "declared port",
      expected: `${standard}, the standard port`,
      got: String(field.value),
    });
    return { ...field, flags: [...(field.flags ?? []), said] };
  };
  const services = draft.services.map((service) =>
    service.kind === "web" ? { ...service, fields: service.fields.map(flagged) } : service,
  );
  return { ...draft, services };
}
