import { describePlace, type RuleSettings } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import type { AdoptedService } from "./adopted-services";
import { type DatabaseDraft, databaseDraft } from "./database-draft";
import { keysFor } from "./database-keys";
import { type DatabaseVariable, databaseVariables } from "./database-variables";
import type { DraftField, SecretToSet } from "./draft-field";

/** One of `portcullis:databases`. */
export interface NamedDatabase {
  readonly key: string;
  readonly fields: readonly DraftField[];
  readonly secret: SecretToSet;
}

/** What a stack's services connect to. */
export interface StackDatabases {
  readonly database: readonly DraftField[] | undefined;
  readonly databases: readonly NamedDatabase[];
  readonly secrets: readonly SecretToSet[];
  /** The field by which a service says which databases are its own; none where there is one alone. */
  keyOf(service: AdoptedService): readonly DraftField[];
}

interface Request {
  readonly environment: string;
  readonly settings: RuleSettings;
  readonly flag: (field: DraftField, of?: string) => DraftField;
  /** The key of a service's name. */
  readonly keyOf: (name: string) => string;
  /** The driver that reads a variable of a service, where it is another than the service's. */
  readonly driverOf: (service: AdoptedService, variable: string) => string | undefined;
}

/** A database, and who reaches it by which variable. */
interface Used {
  readonly key: string;
  readonly draft: DatabaseDraft;
  readonly users: readonly User[];
}

interface User {
  readonly service: AdoptedService;
  readonly variable: DatabaseVariable;
  readonly draft: DatabaseDraft;
}

/** The databases of all services, each once. A service of which no file says which one it uses has the first. */
export function stackDatabases(services: readonly AdoptedService[], request: Request): StackDatabases {
  const found = usedDatabases(services, request);
  const [first, ...others] = found;
  if (first === undefined) return { database: undefined, databases: [], secrets: [], keyOf: () => [] };
  const keyOf = (service: AdoptedService) => fieldsOf(service, found, request);
  if (others.length === 0) {
    const { draft } = first;
    const secret = secretOf(draft, `portcullis:${draft.secret}`, false, request);
    return { database: flagged(draft, request), databases: [], secrets: [secret], keyOf };
  }
  const databases = found.map(({ key, draft }) => {
    const secret = secretOf(draft, `portcullis:databases.${key}.${SECRETS[draft.secret]}`, true, request);
    return { key, fields: flagged(draft, request), secret };
  });
  return { database: undefined, databases, secrets: databases.map(({ secret }) => secret), keyOf };
}

/** After the secret, which takes what is said of it. */
const flagged = ({ fields }: DatabaseDraft, { flag }: Request): readonly DraftField[] =>
  fields.map((field) => flag(field));

const SECRETS = { databasePassword: "password", databaseUrl: "url" } as const;

/** How a service says which databases are its own: nothing where there is one alone, by DATABASE_URL. */
function fieldsOf(
  service: AdoptedService,
  found: readonly Used[],
  { driverOf }: Request,
): readonly DraftField[] {
  const own = found.flatMap(({ key, draft, users }) =>
    users
      .filter((user) => user.service === service)
      .map((user) => ({ key, user, reading: readingOf(user, draft, driverOf) })),
  );
  const [first, ...others] = own;
  if (first === undefined) return [];
  const isPlain = Object.keys(first.reading).length === 0;
  if (others.length === 0 && first.user.variable.name === DATABASE_VARIABLE && isPlain) {
    const { key, user } = first;
    return found.length === 1 ? [] : [{ key: "database", value: key, note: user.draft.note, assumed: false }];
  }
  const written = own.map(({ key, user, reading }) => {
    const value = Object.keys(reading).length === 0 ? key : { database: key, ...reading };
    return [user.variable.name, value] as const;
  });
  const note = own.map(({ user }) => user.draft.note).join(", ");
  return [{ key: "databases", value: Object.fromEntries(written), note, assumed: false }];
}

/** What a variable says of its database that is not the database's own: driver, settings, and way to it. */
function readingOf(
  { service, variable, draft: { connection, settings } }: User,
  database: DatabaseDraft,
  driverOf: Request["driverOf"],
): Readonly<Record<string, unknown>> {
  const driver = driverOf(service, variable.name);
  return {
    ...(driver !== undefined && { driver }),
    ...(settings !== undefined && { driverSettings: settings }),
    ...(connection !== undefined && connection !== database.connection && { connection }),
  };
}

function usedDatabases(
  services: readonly AdoptedService[],
  { environment, settings, keyOf }: Request,
): readonly Used[] {
  const users = services
    .filter(({ kind }) => kind !== "static")
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((service) =>
      databaseVariables(service.facts).map((variable): User => {
        const of = { environment, assumed: service.assumed };
        const draft = databaseDraft(service.facts, settings, variable.name, of);
        return { service, variable, draft: withIdentity(draft, variable) };
      }),
    );
  const said = users.filter(({ draft }) => draft.identity !== undefined);
  // Services of which no file says which database is theirs have the one that the first other DATABASE_URL says.
  const { draft: { identity: other } = { identity: undefined } } =
    said.find(({ variable }) => variable.name === DATABASE_VARIABLE) ?? {};
  // A variable of which a file says it for one service leads all that have it to the same database.
  const sameName = (name: string): string | undefined =>
    said.find(({ variable, draft: { identity } }) => variable.name === name && !isByName(identity))?.draft
      .identity;
  const identityOf = ({ draft: { identity }, variable: { name } }: User): string => {
    if (identity !== undefined && !isByName(identity)) return identity;
    return sameName(name) ?? identity ?? other ?? byName(DATABASE_VARIABLE);
  };
  // What a file says of a database is its draft.
  const drafted = [...said, ...users.filter((user) => !said.includes(user))];
  const distinct = users.filter(
    (user, index) => users.findIndex((one) => identityOf(one) === identityOf(user)) === index,
  );
  const keys = distinct.length === 1 ? [ONLY] : keysFor(distinct, users, keyOf);
  return distinct.map((user, index) => {
    const same = (one: User): boolean => identityOf(one) === identityOf(user);
    const ways = drafted.filter(same);
    // Only a pooled way declares the project, which a second way needs.
    const { draft } = ways.find((one) => isPooled(one.draft)) ?? ways[0] ?? user;
    return { key: keys[index] ?? "", draft, users: users.filter(same) };
  });
}

const isPooled = ({ fields }: DatabaseDraft): boolean => fields.some(({ key }) => key === "supabase");

/** The name of the short form's database. */
const ONLY = "main";

const BY_NAME = "variable ";
const byName = (name: string): string => `${BY_NAME}${name}`;
const isByName = (identity: string | undefined): boolean => identity?.startsWith(BY_NAME) === true;

/** Variables of one name that no file has a value of are taken for one database; DATABASE_URL is each service's own. */
function withIdentity(draft: DatabaseDraft, { name, place }: DatabaseVariable): DatabaseDraft {
  if (draft.identity !== undefined || name === DATABASE_VARIABLE) return draft;
  const note = place === undefined ? draft.note : describePlace(place);
  return { ...draft, note, identity: byName(name) };
}

/** A web service before others: it is the one that a person looks for. */
const rank = ({ kind }: AdoptedService): number => (kind === "web" ? 0 : 1);

/** A secret that is the whole URL takes all that is said of it; a password, its own placeholder. */
function secretOf(
  { secret, note, place, isHeld }: DatabaseDraft,
  key: string,
  path: boolean,
  { flag }: Request,
): SecretToSet {
  const of = secret === "databasePassword" ? "environment/placeholder" : undefined;
  const { flags = [] } =
    place === undefined ? {} : flag({ key: secret, value: "", note, place, assumed: false }, of);
  return { key, path, note, isHeld, ...(flags.length > 0 && { flags }) };
}
