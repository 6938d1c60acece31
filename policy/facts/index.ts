import type { ResourceValidationArgs } from "@pulumi/policy";
import type { Fact } from "../../domain";
import { databaseConnectionFacts } from "./database-connection";
import { envGroupFacts } from "./env-group";
import { serviceFacts } from "./service";
import { webServiceFacts } from "./web-service";

type Adapter = (args: ResourceValidationArgs) => readonly Fact[];

const ADAPTERS: Readonly<Record<string, Adapter>> = {
  "render:index/webService:WebService": webServiceFacts,
  "render:index/envGroup:EnvGroup": envGroupFacts,
  "portcullis:index:DatabaseConnection": databaseConnectionFacts,
};

/** States the facts of one resource at a time, with what its component has declared before it. */
export class FactReader {
  private last: { readonly args: string; readonly facts: readonly Fact[] } | undefined;
  private readonly declared = new Map<string, readonly Fact[]>();

  /** Every policy asks for the same resource in turn, so the last answer is kept. */
  read(args: ResourceValidationArgs): readonly Fact[] {
    if (this.last?.args !== args.urn) this.last = { args: args.urn, facts: this.state(args) };
    return this.last.facts;
  }

  private state(args: ResourceValidationArgs): readonly Fact[] {
    // A component is registered before its children, and has the name that theirs begin with.
    if (args.type === "portcullis:index:Service") this.declared.set(args.name, serviceFacts(args));
    const adapter = ADAPTERS[args.type];
    if (adapter === undefined) return [];
    const parent = args.urn.includes("portcullis:index:Service$")
      ? [...this.declared].find(([name]) => args.name === name || args.name.startsWith(`${name}-`))
      : undefined;
    return [...(parent?.[1] ?? []), ...adapter(args)];
  }
}
