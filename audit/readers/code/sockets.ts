import {
  type BindFact,
  type Fact,
  factsOf,
  isLoopback,
  known,
  type Place,
  unknown,
  type WantedVariableFact,
} from "../../../domain";

/** What one call of a file listens on. */
export interface Socket {
  readonly facts: readonly Fact[];
  /** Whether it is opened wherever the file runs. */
  readonly always: boolean;
  /** Whether its port may be that of the service: code computes it, or takes it from PORT. */
  readonly takesPort: boolean;
  /** What it binds where its facts name no host. */
  readonly otherwise: "all" | "unknown";
}

/** That code listens on the port that PORT says. */
export function opensPort(place: Place): WantedVariableFact {
  return { kind: "wanted-variable", name: "PORT", required: known(false), place, opens: true };
}

type Reached = "outside" | "here" | "unknown";

/**
 * What the sockets of one file say of the service. Beside one that is reached from outside, a socket on loopback is for
 * this machine alone, such as for metrics or a debugger, and a second port is not the service's own. Beside one that
 * cannot be followed it is not known.
 */
export function serviceSockets(sockets: readonly Socket[]): readonly Fact[] {
  const reached = sockets.map(reachedFrom);
  const outside = sockets.filter((_, index) => reached[index] === "outside");
  const takes = outside.some(({ takesPort }) => takesPort);
  const isOpen = reached.includes("unknown");
  return sockets.flatMap((socket, index): readonly Fact[] => {
    const { facts, takesPort } = socket;
    if (reached[index] === "outside")
      return takes && !takesPort ? facts.filter(({ kind }) => kind !== "port") : facts;
    if (reached[index] === "unknown" || (outside.length === 0 && !isOpen)) return facts;
    if (outside.length > 0 && (takes || !takesPort)) return [];
    return factsOf(facts, "bind").map((fact) => ({ ...withoutValue(fact), host: unknown(BESIDE) }));
  });
}

const BESIDE = "another socket of the file is opened too, and nothing says which one is the service's";

function reachedFrom({ facts, always, otherwise }: Socket): Reached {
  const [bind] = factsOf(facts, "bind");
  if (bind === undefined) return otherwise === "all" && always ? "outside" : "unknown";
  if (!bind.host.known) return "unknown";
  if (isLoopback(bind.host.value)) return "here";
  return always ? "outside" : "unknown";
}

function withoutValue({ from: _, adds: __, ...fact }: BindFact): BindFact {
  return fact;
}
