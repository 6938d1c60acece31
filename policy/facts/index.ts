import { type Fact, factsOf, type Knowable, known } from "../../domain";
import { type ReadCode, withCode } from "./code";
import { databaseConnectionFacts } from "./database-connection";
import { besideCalls, withoutCalls } from "./declared-driver";
import { envGroupFacts, judgedAlone } from "./env-group";
import { INPUT_TYPES, inputFacts } from "./inputs";
import { property } from "./read-property";
import { renderServiceFacts, SERVICE_TYPES } from "./render-service";
import type { ReadResource } from "./resource";
import { serviceFacts } from "./service";
import { databaseFacts, keyValueFacts } from "./stores";

export type { ReadCode } from "./code";
export { judgedAlone } from "./env-group";
export type { ReadResource } from "./resource";

type Adapter = (resource: ReadResource) => readonly Fact[];

const SERVICE = "portcullis:index:Service";
export const ENV_GROUP = "render:index/envGroup:EnvGroup";
export const ENV_GROUP_LINK = "render:index/envGroupLink:EnvGroupLink";

const DATABASE_CONNECTION = "portcullis:index:DatabaseConnection";

const ADAPTERS: Readonly<Record<string, Adapter>> = {
  ...Object.fromEntries(Object.keys(SERVICE_TYPES).map((type) => [type, renderServiceFacts])),
  ...Object.fromEntries(INPUT_TYPES.map((type) => [type, inputFacts])),
  "render:index/keyvalue:Keyvalue": keyValueFacts,
  "render:index/postgres:Postgres": databaseFacts,
  [ENV_GROUP]: envGroupFacts,
  [DATABASE_CONNECTION]: databaseConnectionFacts,
};

/** Whether a resource is a service at Render, of any kind. */
export function isService({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(SERVICE_TYPES, type);
}

/**
 * States the facts of one resource at a time, with what the component around it has declared before it. Keeps what
 * was stated, for what can be judged together only once all resources are known.
 */
export class FactReader {
  /** What a `Service` component declares, by its URN. */
  private readonly declared = new Map<string, readonly Fact[]>();
  private readonly parents = new Map<string, string>();
  private readonly stated = new Map<string, readonly Fact[]>();
  private readonly secretFiles = new Map<string, Knowable<readonly string[]>>();
  /** Changes with everything that is read. */
  version = 0;

  constructor(private readonly readCode?: ReadCode) {}

  read(resource: ReadResource): readonly Fact[] {
    const { type, urn, opts } = resource;
    this.version += 1;
    if (opts.parent !== undefined) this.parents.set(urn, opts.parent);
    // A component is registered before its children.
    if (type === SERVICE) this.declared.set(urn, serviceFacts(resource));
    const adapter = ADAPTERS[type];
    if (adapter === undefined) return [];
    const own = adapter(resource);
    const declared = this.declaredAround(urn);
    const read = this.readCode === undefined ? own : withCode(own, resource, this.readCode);
    const facts = [environment(resource), ...besideCalls(declared, read), ...withoutCalls(read, declared)];
    this.stated.set(urn, facts);
    // Kept from the inputs: once the engine has previewed a resource, its files are no longer among its properties.
    this.secretFiles.set(
      urn,
      property(() => Object.keys(resource.props.secretFiles ?? {})),
    );
    return type === ENV_GROUP ? judgedAlone(facts) : facts;
  }

  /** What a service or an env group stated when it was last read; none where it was not. */
  statedBy(urn: string): readonly Fact[] {
    return this.stated.get(urn) ?? [];
  }

  /** The names of the secret files of a service or an env group. */
  secretFilesOf(urn: string): Knowable<readonly string[]> {
    return this.secretFiles.get(urn) ?? known([]);
  }

  /** The endpoints of other environments that any connection of the stack has stated. */
  otherEnvironments(): readonly Fact[] {
    return [...this.stated].flatMap(([urn, facts]) =>
      urn.includes(DATABASE_CONNECTION) ? factsOf(facts, "other-environment") : [],
    );
  }

  private declaredAround(urn: string): readonly Fact[] {
    for (let at = this.parents.get(urn); at !== undefined; at = this.parents.get(at)) {
      const facts = this.declared.get(at);
      if (facts !== undefined) return facts;
    }
    return [];
  }
}

/** The environment is the stack: `urn:pulumi:STACK::project::…`. */
function environment({ urn }: ReadResource): Fact {
  const [, , stack = ""] = urn.split(":");
  return { kind: "environment", place: { source: "resource", urn, property: "stack" }, name: stack };
}
