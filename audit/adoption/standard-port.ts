import { STANDARD_PORT } from "../../domain";
import { isLocalEnvironment } from "../../domain/environment-name";
import { portStandard } from "../../rules/port-standard";
import { assumed, type DraftField } from "./draft-field";
import type { StackDraft } from "./stack-draft";

/**
 * The one port that every service of every deployed environment names is the repository's standard; none is where the
 * service itself opens another: which of them is right is not known.
 */
export function withOwnStandard(drafts: readonly StackDraft[]): readonly StackDraft[] {
  const deployed = drafts.filter(({ environment }) => !isLocalEnvironment(environment));
  const fields = deployed.flatMap(({ services }) =>
    services.flatMap((service) => service.fields.find(({ key }) => key === "port") ?? []),
  );
  if (fields.some(({ contradicted }) => contradicted === true)) return drafts;
  const [port, ...others] = new Set(fields.map(({ value }) => value));
  if (port === undefined || others.length > 0 || Number(port) === STANDARD_PORT) return drafts;
  const standardPort = assumed("standardPort", port, "every service has this port");
  return drafts.map((draft) => ({
    ...draft,
    standardPort: isLocalEnvironment(draft.environment) ? ofMachine(draft, standardPort) : standardPort,
  }));
}

/** A machine of one's own may have another port for all of them, which no deploy meets. */
function ofMachine({ services }: StackDraft, standardPort: DraftField): DraftField | undefined {
  const fields = services.flatMap((service) => service.fields.find(({ key }) => key === "port") ?? []);
  const [port, ...others] = new Set(fields.map(({ value }) => value));
  if (port === undefined || others.length > 0 || fields.some(({ contradicted }) => contradicted === true))
    return standardPort;
  return Number(port) === STANDARD_PORT
    ? undefined
    : assumed("standardPort", port, "every service has this port");
}

/**
 * Each port of a public service beside the standard one has what the policy pack is going to say of it: of several ports
 * one alone can be the standard of a stack.
 */
export function withOtherPorts(draft: StackDraft, otherwise: number): StackDraft {
  const standard = Number(draft.standardPort?.value ?? otherwise);
  const severity = isLocalEnvironment(draft.environment) ? "warning" : portStandard.severity;
  const flagged = (field: DraftField): DraftField => {
    if (field.key !== "port" || Number(field.value) === standard) return field;
    const said = `${severity} ${portStandard.id}: declared port: expected ${standard}, the standard port, got ${field.value}`;
    return { ...field, flags: [...(field.flags ?? []), said] };
  };
  const services = draft.services.map((service) =>
    service.kind === "web" ? { ...service, fields: service.fields.map(flagged) } : service,
  );
  return { ...draft, services };
}
