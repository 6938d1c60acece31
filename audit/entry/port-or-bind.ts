import { type Fact, type FactOf, type Knowable, unknown } from "../../domain";

/** What may say where a service listens. */
export type PortOrBind = FactOf<"port" | "bind">;

/** What says where a service listens: of ports only what code opens. */
export function isPortOrBind(fact: Fact): fact is PortOrBind {
  return fact.kind === "bind" || (fact.kind === "port" && fact.role === "code");
}

/** The same of another port or host. */
export function withValue(fact: PortOrBind, value: Knowable<string>): PortOrBind {
  return fact.kind === "port" ? { ...fact, port: value } : { ...fact, host: value };
}

/** The same where its port or host cannot be known. */
export function undecided(fact: PortOrBind, why: string): PortOrBind {
  return withValue(fact, unknown(why));
}
