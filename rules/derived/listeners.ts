import type { Violation } from "../../domain/rule";
import type { NamedPort } from "./service-ports";

/**
 * The ports that a service's code opens where they are several. One process may listen for metrics, for an
 * administrator or for gRPC beside the port that is asked, and nothing in the code says which one is which.
 */
export function listenersOf(ports: readonly NamedPort[]): ReadonlySet<string> {
  const opened = new Set(ports.flatMap(({ role, text }) => (role === "code" ? [text] : [])));
  return opened.size > 1 ? opened : new Set();
}

/** Ports without what the code opens and no other place asks, where one asks another of these. */
export function withoutUnasked(ports: readonly NamedPort[]): readonly NamedPort[] {
  const listeners = listenersOf(ports);
  const asked = new Set(ports.flatMap(({ role, text }) => (role === "code" ? [] : [text])));
  if (![...listeners].some((text) => asked.has(text))) return ports;
  return ports.filter(({ role, text }) => role !== "code" || asked.has(text));
}

/** Where the code opens several ports, and none is asked, their owner knows which one is meant: no edit is certain. */
export function oneOf(
  listeners: ReadonlySet<string>,
  { edit, ...violation }: Violation,
  asked: string,
): Violation {
  if (listeners.size === 0) return { ...violation, ...(edit && { edit }) };
  const opened = [...listeners].join(" and ");
  const fix = listeners.has(asked)
    ? `Write the one of these that is meant: the service listens on ${opened}.`
    : `Let the service listen on ${asked}, or name a port that it opens, which are ${opened}.`;
  return { ...violation, fix };
}
