/** A resource as an event of the engine's has it: what the state says, and what is there. */
export interface ReadResource {
  readonly op: string;
  readonly urn: string;
  readonly old?: ResourceState | null;
  readonly new?: ResourceState | null;
  readonly detailedDiff?: Readonly<
    Record<string, { readonly diffKind: string; readonly inputDiff?: boolean }>
  > | null;
}

export interface ResourceState {
  readonly type?: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

interface EngineEvent {
  readonly policyEvent?: {
    readonly resourceUrn?: string;
    readonly message: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
  };
  readonly resOutputsEvent?: { readonly metadata: ReadResource };
  readonly diagnosticEvent?: { readonly severity?: string; readonly message?: string };
}

/** The engine's events, a JSON document on each line (pulumi: sdk/go/common/apitype/events.go). */
export function eventsIn(text: string): readonly EngineEvent[] {
  return text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as EngineEvent] : []));
}

/** The resources that were read, each with what came of it. */
export function readResources(text: string): readonly ReadResource[] {
  return eventsIn(text).flatMap(({ resOutputsEvent }) =>
    resOutputsEvent === undefined ? [] : [resOutputsEvent.metadata],
  );
}

/** Marks of colours in the engine's own messages. */
const COLOURS = /<\{%[^%]*%\}>/g;

/** What the engine calls errors, a line each; empty where it said none. */
export function errorsIn(text: string): string {
  return eventsIn(text)
    .flatMap(({ diagnosticEvent: { severity, message = "" } = {} }) =>
      severity === "error" ? [`error: ${message.replaceAll(COLOURS, "").trim()}`] : [],
    )
    .join("\n");
}
