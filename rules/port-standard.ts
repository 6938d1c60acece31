import { type Fact, factsOf, type PlatformFact } from "../domain/fact";
import type { Knowable } from "../domain/knowable";
import type { Place } from "../domain/place";
import { type Knowledge, type RuleSettings, rule, type Undecided, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { mayListen, serviceTypeOf } from "../domain/stated-service";
import { deployedOn } from "../platforms";
import { servicePorts } from "./derived/service-ports";

type Settings = Knowledge & Pick<RuleSettings, "standardPort" | "standardPortBinds" | "localEnvironments">;

export const portStandard = rule({
  id: "port/standard",
  severity: "error",
  title: "A public service uses the standard port",
  why: "One port for every service that the public asks keeps health checks, local set-ups and runbooks the same; 10000 on one of them took production down.",
  fix: "Set the port to the standard one.",
  reference: "docs/policy-pack.md",
  settings: ["standardPort", "standardPortBinds", "localEnvironments"],
  prevents: ["port/mismatch"],
  check: (facts, settings) => {
    const declared = factsOf(facts, "port").filter(
      ({ role, service }) => role === "declared" && isPublic(facts, service),
    );
    const named = declared.map(({ place, port }) => ({
      place,
      what: "declared port",
      port,
      standard: standardIn(facts, settings),
    }));
    const { ports, undecided } =
      declared.length > 0 ? { ports: named, undecided: [] } : ofResources(facts, settings);
    return {
      violations: ports.flatMap(({ place, what, port, standard }): Violation[] => {
        if (!port.known || String(port.value) === String(standard)) return [];
        const got = String(port.value) === "" ? "nothing" : String(port.value);
        return [
          { place, what, expected: `${standard}, the standard port`, got, fix: `Set it to ${standard}.` },
        ];
      }),
      undecided: [
        ...undecided,
        ...ports.flatMap(({ place, port }) => (port.known ? [] : [{ place, why: port.why }])),
      ],
    };
  },
});

interface Named {
  readonly place: Place;
  readonly what: string;
  readonly port: Knowable<number | string>;
  readonly standard: number;
}

/** What a stack states for itself counts where its organisation has not bound it. */
function standardIn(facts: readonly Fact[], { standardPort, standardPortBinds }: Settings): number {
  return standardPortBinds === true
    ? standardPort
    : (factsOf(facts, "standard-port")[0]?.port ?? standardPort);
}

/**
 * A program's own resources, which no component declares a port for: what their PORT and their command say. The files
 * of a repository are judged by what they say of each other: a project may have a port of its own.
 */
function ofResources(
  facts: readonly Fact[],
  settings: Settings,
): { readonly ports: readonly Named[]; readonly undecided: readonly Undecided[] } {
  const none = { ports: [], undecided: [] };
  if (runsLocally(facts, settings) || deployedOn(facts, settings).length === 0) return none;
  const { ports, undecided } = servicePorts(facts, settings);
  const standard = standardIn(facts, settings);
  const named = ports
    .filter(
      ({ role, fact, image }) =>
        image === undefined &&
        fact.place.source === "resource" &&
        (role === "variable" || role === "command") &&
        isPublic(facts, fact.service),
    )
    .map(({ fact, what, text }) => ({
      place: fact.place,
      what,
      port: { known: true, value: text } as const,
      standard,
    }));
  const [service] = factsOf(facts, "platform").filter((fact) => isService(fact, facts));
  const [elsewhere] = factsOf(facts, "platform").filter((fact) => !isPublic(facts, fact.service));
  const open = elsewhere ? [] : undecided.filter(({ place }) => place.source === "resource");
  if (named.length > 0 || open.length > 0 || service === undefined) return { ports: named, undecided: open };
  return {
    ports: [],
    undecided: [{ place: service.place, why: "nothing here sets PORT, and an env group may" }],
  };
}

/** A web service on a platform that gives PORT, and not an env group. */
function isService({ place, fields, service }: PlatformFact, facts: readonly Fact[]): boolean {
  return place.source === "resource" && fields !== undefined && isPublic(facts, service);
}

/** A private service may choose any port, which other services ask for; workers, jobs and sites have none. */
function isPublic(facts: readonly Fact[], service: string | undefined): boolean {
  return (serviceTypeOf(facts, service) ?? "web") === "web" && mayListen(facts, service);
}
