import { createHash } from "node:crypto";
import { applicationOf } from "../../domain/application";
import { neighboursBy } from "../../domain/beside";
import { allKnown, connections } from "../../domain/connections";
import { environmentKind } from "../../domain/environment-name";
import { type Fact, factsOf, type NeighbourFact } from "../../domain/fact";
import { namedAddresses } from "../../domain/named-addresses";
import { nameAt } from "../../domain/place";
import type { Undecided } from "../../domain/rule";

type Processes = Pick<NeighbourFact, "application" | "drawn" | "shared" | "databases">;

/**
 * Products of which all processes share some variables, by the services that look for another one's: n8n's workers and
 * webhooks (docs.n8n.io: queue mode), and Langfuse's worker (langfuse.com: self-hosting, configuration); read 2026-12-01.
 */
const PRODUCTS = [
  {
    name: "n8n",
    variables: /^(?:N8N_ENCRYPTION_KEY|EXECUTIONS_MODE)$/,
    worker: /\bn8n (?:worker|webhook)\b/,
  },
  { name: "Langfuse", variables: /^(?:SALT|ENCRYPTION_KEY)$/, worker: /(?:^|\/)langfuse-worker$/ },
] as const;

/** The product of which a variable may be one that its processes share. */
const sharing = (variable: string) => PRODUCTS.find(({ variables }) => variables.test(variable));

/** Secrets with which one process reads what another one has written: tokens, sessions, encrypted columns. */
const SECRETS =
  /^(?:N8N_ENCRYPTION_KEY|(?:DJANGO_|FLASK_|APP_)?SECRET_KEY(?:_BASE)?|(?:\w+_)?JWT_SECRET(?:_KEY)?|(?:NEXT)?AUTH_SECRET|SESSION_SECRET|COOKIE_SECRET|ENCRYPTION_KEY|(?:\w+_)?FERNET_KEY)$/;

/** Secrets by which one service takes what another one sends it: tokens that it signs, and keys of their own network. */
const EXCHANGED =
  /^(?:(?:\w+_)?JWT_SECRET(?:_KEY)?|(?:\w+_)?(?:INTERNAL|SERVICE_TO_SERVICE|S2S)_(?:API_)?(?:KEY|TOKEN|SECRET))$/;

/** What a service's facts say of it as one of several processes. */
export function processesOf(facts: readonly Fact[]): Processes {
  const application = applicationOf(facts);
  const drawn = factsOf(facts, "generated-value").map(({ name }) => name);
  const shared = sharedBy(facts).map(({ variable, digest }) => ({ variable, digest }));
  const databases = connections(facts).flatMap(({ host, user, place }) => {
    const parts = allKnown(host, user);
    const variable = nameAt(place);
    return parts.known && /UR[LI]$/.test(variable)
      ? [{ variable, host: parts.value[0], user: parts.value[1] }]
      : [];
  });
  return {
    ...(application !== undefined && { application }),
    ...(drawn.length > 0 && { drawn }),
    ...(shared.length > 0 && { shared }),
    ...(databases.length > 0 && { databases }),
  };
}

/** Of a service's variables those that all processes share, each by its digest. */
const sharedBy = (facts: readonly Fact[]) =>
  factsOf(facts, "variable").flatMap(({ name, value, place }) =>
    sharing(name) !== undefined && value.known
      ? [{ variable: name, digest: digestOf(value.value), place }]
      : [],
  );

function digestOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 12);
}

/** The other processes of a service's application, without those that are another environment's by their names. */
function others(facts: readonly Fact[]): readonly NeighbourFact[] {
  const application = applicationOf(facts);
  const name = factsOf(facts, "platform").find((one) => one.name !== undefined)?.name ?? "";
  return application === undefined
    ? []
    : neighboursBy(facts, `of ${application}`)
        .filter((one) => environmentKind(one.name) === environmentKind(name))
        .toSorted((one, two) => one.name.localeCompare(two.name));
}

/** Secrets that are drawn for a service and for one that it asks, whatever each is built from. */
export function unlikePeers(facts: readonly Fact[]): readonly Undecided[] {
  const drawn = factsOf(facts, "generated-value").filter(
    ({ name, place }) => place.source === "resource" && EXCHANGED.test(name),
  );
  if (drawn.length === 0) return [];
  const hosts = new Set(namedAddresses(facts).map(({ host }) => host.toLowerCase()));
  const application = applicationOf(facts);
  const asked = [...hosts]
    .flatMap((host) => neighboursBy(facts, `host ${host}`))
    .filter((one) => application === undefined || one.application !== application);
  return drawn.flatMap(({ name, place }): readonly Undecided[] => {
    const other = asked.find((one) => one.drawn?.includes(name) === true);
    return other === undefined
      ? []
      : [{ place, why: `${name} is drawn for this service and for ${other.name}, which it asks` }];
  });
}

/** Values that the processes of one application have to share, and that are not the same. */
export function unlikeProcesses(facts: readonly Fact[]): readonly Undecided[] {
  const beside = others(facts);
  if (beside.length === 0) return [];
  const drawn = factsOf(facts, "generated-value").flatMap(({ name, place }): readonly Undecided[] => {
    if (place.source !== "resource") return [];
    const product = sharing(name);
    const isSecret = SECRETS.test(name) || (product !== undefined && isOf(product, facts));
    const other = isSecret && beside.find((one) => one.drawn?.includes(name) === true);
    if (other)
      return [
        { place, why: `${name} is drawn for this service and for ${other.name}, so that each has another` },
      ];
    const written =
      isSecret && beside.find((one) => one.shared?.some(({ variable }) => variable === name) === true);
    return written
      ? [{ place, why: `${name} is drawn for this service, and ${written.name} has another that is written` }]
      : [];
  });
  const worker = PRODUCTS.find((product) => isWorker(product, facts));
  const shared = (worker === undefined ? [] : sharedBy(facts)).flatMap((own): readonly Undecided[] => {
    const { variable, digest, place } = own;
    if (sharing(variable) !== worker) return [];
    const theirs = beside.flatMap((one) => one.shared?.filter((each) => each.variable === variable) ?? []);
    return theirs.length === 0 || theirs.some((one) => one.digest === digest)
      ? []
      : [
          {
            place,
            why: `${variable} has another value than in the main process, and ${worker?.name}'s share one`,
          },
        ];
  });
  return [...drawn, ...shared];
}

type Product = (typeof PRODUCTS)[number];

/** Whether a service is a product's worker, by its command or its image. */
function isWorker({ worker }: Product, facts: readonly Fact[]): boolean {
  const commands = factsOf(facts, "start-command").map(({ command }) => command);
  const images = factsOf(facts, "origin").map(({ url }) => url);
  return [...commands, ...images].some(
    (text) => text.known && worker.test(text.value.replace(/:[\w.-]+$/, "")),
  );
}

/** Whether a service runs a product's image. */
const isOf = ({ name }: Product, facts: readonly Fact[]): boolean => {
  const application = applicationOf(facts);
  return application?.startsWith("image ") === true && application.endsWith(`/${name.toLowerCase()}`);
};
