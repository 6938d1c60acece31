import type { PolicyResource } from "@pulumi/policy";
import type { Rule } from "../../../domain";
import type { ReadCode } from "../../../policy/facts";
import { policies } from "../../../policy/policies";
import type { KindCase } from "./kinds";
import type { Judged } from "./rejected";
import type { SealedCase } from "./sealed";

export const SERVICE = "portcullis:index:Service";
export const WEB = "render:index/webService:WebService";
const GROUP = "render:index/envGroup:EnvGroup";
const LINK = "render:index/envGroupLink:EnvGroupLink";

/** A resource as tests/fixtures/policy-program registers it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  /** Whether it is a resource of the real provider, as a link's ends must be: a component has no id. */
  readonly provider?: boolean;
}

const valuesOf = (variables: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === null ? [] : [[name, { value }]])),
  );

/** The resources of one configuration; `id` begins each of their names. */
export function resourcesOf(id: string, one: SealedCase): readonly Registered[] {
  const linked = one.group === undefined ? {} : { provider: true };
  const others = (one.others ?? []).map((other, index) => [`${id}-${index}`, other] as const);
  const services = [[id, one] as const, ...others];
  const declared = services.flatMap(([name, { driver = "asyncpg", kind, declared: more }]) => {
    if (driver === "none") return [];
    const port = kind === undefined || kind === "private" ? { port: 8000 } : {};
    return [{ type: SERVICE, name, props: { ...port, driver, driverSettings: {}, ...more } }];
  });
  const group = {
    type: GROUP,
    name: `${id}-group`,
    props: { name: `${id}-group`, envVars: valuesOf(one.group ?? {}) },
    ...linked,
  };
  const serviceIds = services.map(([name]) => ({ idOf: `${name}-web` }));
  const link = {
    type: LINK,
    name: `${id}-link`,
    props: { envGroupId: { idOf: `${id}-group` }, serviceIds },
    ...linked,
  };
  return [
    ...declared,
    ...services.map(([name, service]) => ({ ...serviceOf(name, service), ...linked })),
    ...(one.group === undefined ? [] : [group, link]),
  ];
}

function serviceOf(id: string, one: SealedCase): Registered {
  if (one.kind !== undefined) return { ...ofKind(`${id}-web`, one.kind, one), ...parentOf(id, one) };
  const { command = "uvicorn main:app --host 0.0.0.0 --port $PORT", runtime = "python" } = one;
  const contents = Object.entries(one.secretFiles ?? {}).map(([name, content]) => [name, { content }]);
  return {
    type: WEB,
    name: `${id}-web`,
    props: {
      name: `${id}-web`,
      plan: "starter",
      region: "frankfurt",
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          runtime,
          buildCommand: "make install",
        },
      },
      ...(command !== null && { startCommand: command }),
      healthCheckPath: "/health",
      envVars: valuesOf({ PORT: "8000", ...one.variables }),
      ...(contents.length > 0 && { secretFiles: Object.fromEntries(contents) }),
      ...one.properties,
    },
    ...parentOf(id, one),
  };
}

const parentOf = (id: string, { driver }: SealedCase) => (driver === "none" ? {} : { parent: id });

const KIND_TOKENS = {
  private: "render:index/privateService:PrivateService",
  worker: "render:index/backgroundWorker:BackgroundWorker",
  cron: "render:index/cronJob:CronJob",
  static: "render:index/staticSite:StaticSite",
} as const;

const KIND_COMMANDS = {
  private: "uvicorn main:app --host 0.0.0.0 --port $PORT",
  worker: "celery -A app worker --loglevel=info",
  cron: "python -m jobs.nightly",
} as const;

/** The resources of a case of another kind than a web service; `declared` is the component around it, if any. */
export function kindResources(
  id: string,
  one: KindCase,
  declared: KindCase["declared"] | undefined,
): readonly Registered[] {
  const service = ofKind(`${id}-${one.type}`, one.type, one);
  if (declared === undefined) return [service];
  return [
    { type: SERVICE, name: id, props: declared },
    { ...service, parent: id },
  ];
}

type OfKind = Pick<SealedCase, "command" | "runtime" | "variables" | "secretFiles" | "properties">;

function ofKind(name: string, type: KindCase["type"], one: OfKind): Registered {
  const { command, runtime = "python", variables = {}, secretFiles = {}, properties } = one;
  const source = { repoUrl: "https://github.com/acme/api", branch: "main", buildCommand: "make install" };
  const contents = Object.entries(secretFiles).map(([file, content]) => [file, { content }]);
  const running = {
    plan: "starter",
    region: "frankfurt",
    runtimeSource: { nativeRuntime: { ...source, runtime } },
    ...(type !== "static" && command !== null && { startCommand: command ?? KIND_COMMANDS[type] }),
    ...(type === "cron" && { schedule: "0 3 * * *" }),
    ...(contents.length > 0 && { secretFiles: Object.fromEntries(contents) }),
  };
  const props = {
    name,
    ...(type === "static" ? source : running),
    envVars: valuesOf(variables),
    ...properties,
  };
  return { type: KIND_TOKENS[type], name, props };
}

/** What the pack says of a program, by the names of the resources that it says it of, as CrossGuard asks it. */
export function judgedProgram(
  registered: readonly Registered[],
  settings: object = {},
  rules?: readonly Rule[],
  readCode?: ReadCode,
): ReadonlyMap<string, Judged> {
  const all = policies(rules, readCode);
  const made = new Map<string, PolicyResource>();
  const answers = new Map<string, { rejected: string[]; advised: string[]; undecided: string }>();
  const report = (policy: (typeof all)[number], name: string) => (message: string) => {
    const answer = answers.get(name) ?? { rejected: [], advised: [], undecided: "" };
    answers.set(name, answer);
    if (policy.name === "undecided") answer.undecided += `${message}\n`;
    else
      (policy.enforcementLevel === "mandatory" ? answer.rejected : answer.advised).push(
        `${policy.name}: ${message}`,
      );
  };
  const config = { getConfig: () => settings };
  const ofResources = all.flatMap((policy) =>
    "validateResource" in policy && typeof policy.validateResource === "function"
      ? [{ policy, validate: policy.validateResource }]
      : [],
  );
  for (const { type, name, props, parent } of registered) {
    const outer = parent === undefined ? "" : `${SERVICE}$`;
    const resource = {
      type,
      name,
      props,
      urn: `urn:pulumi:production::acme::${outer}${type}::${name}`,
      opts: parent === undefined ? {} : { parent: made.get(parent)?.urn },
      propertyDependencies: dependenciesOf(props, made),
    } as unknown as PolicyResource;
    made.set(name, resource);
    const asked = { ...resource, ...config } as never;
    for (const { policy, validate } of ofResources) void validate(asked, report(policy, name));
  }
  const resources = [...made.values()];
  for (const policy of all)
    if ("validateStack" in policy && typeof policy.validateStack === "function")
      void policy.validateStack({ resources, ...config } as never, (message, urn) =>
        report(policy, resources.find((one) => one.urn === urn)?.name ?? "")(message),
      );
  return answers;
}

/** Which resources' ids each property holds. */
function dependenciesOf(props: Registered["props"], made: ReadonlyMap<string, PolicyResource>) {
  const ids = (value: unknown): readonly string[] =>
    value === null || typeof value !== "object"
      ? []
      : "idOf" in value
        ? [String(value.idOf)]
        : Object.values(value).flatMap(ids);
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, ids(value).flatMap((id) => made.get(id) ?? [])]),
  );
}
