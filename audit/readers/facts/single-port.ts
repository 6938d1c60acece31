import { type Knowable, known, type Place, type PortFact, unknown } from "../../../domain";

/** A container port that a file names. */
export interface ContainerPort {
  readonly port: Knowable<number>;
  readonly place: Place;
}

/** Ports of debuggers, which are opened beside the service's own: debugpy, node --inspect, the JVM's, delve. */
const DEBUGGERS: readonly number[] = [5678, 9229, 5005, 2345];

/**
 * The port of a service that names containers' ports. Where it names several, nothing says which of them serves:
 * then it is unknown, so that a port for metrics is not held against the one for traffic.
 */
export function singlePort(role: PortFact["role"], named: readonly ContainerPort[]): readonly PortFact[] {
  const serving = named.filter(({ port }) => !port.known || !DEBUGGERS.includes(port.value));
  const ports = new Set(serving.map(({ port }) => (port.known ? port.value : undefined)));
  const [first] = serving.length > 0 ? serving : named;
  if (first === undefined) return [];
  const port =
    ports.size <= 1
      ? first.port
      : unknown<number>("several ports are named, and nothing says which one serves");
  return [{ kind: "port", role, place: first.place, port }];
}

/** The port that a text writes, if it is one number. */
export function writtenPort(text: Knowable<string>): Knowable<number> | undefined {
  if (!text.known) return text;
  return /^\d{1,5}$/.test(text.value) ? known(Number(text.value)) : undefined;
}
