import type { RuleSettings } from "../../domain";
import type { AdoptedService } from "./adopted-services";
import { type DatabaseDraft, databaseDraft } from "./database-draft";
import type { DraftField, SecretToSet } from "./draft-field";
import { usesDatabase } from "./driver-draft";

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
  /** The field by which a service says which database is its own; none where there is one alone. */
  keyOf(service: AdoptedService): readonly DraftField[];
}

interface Request {
  readonly settings: RuleSettings;
  readonly flag: (field: DraftField) => DraftField;
  /** The key of a service's name. */
  readonly keyOf: (name: string) => string;
}

interface Used {
  readonly key: string;
  readonly draft: DatabaseDraft;
  readonly services: readonly AdoptedService[];
}

/** The databases of all services, each once. A service of which no file says which one it uses has the first. */
export function stackDatabases(services: readonly AdoptedService[], request: Request): StackDatabases {
  const found = usedDatabases(services, request);
  const [first, ...others] = found;
  if (first === undefined) return { database: undefined, databases: [], secrets: [], keyOf: () => [] };
  if (others.length === 0) {
    const { draft } = first;
    return {
      database: draft.fields.map(request.flag),
      databases: [],
      secrets: [secretOf(draft, `portcullis:${draft.secret}`, false, request)],
      keyOf: () => [],
    };
  }
  const databases = found.map(({ key, draft }) => ({
    key,
    fields: draft.fields.map(request.flag),
    secret: secretOf(draft, `portcullis:databases.${key}.${SECRETS[draft.secret]}`, true, request),
  }));
  return {
    database: undefined,
    databases,
    secrets: databases.map(({ secret }) => secret),
    keyOf: (service) => {
      const own = found.find((each) => each.services.includes(service));
      return own === undefined
        ? []
        : [{ key: "database", value: own.key, note: own.draft.note, assumed: false }];
    },
  };
}

const SECRETS = { databasePassword: "password", databaseUrl: "url" } as const;

function usedDatabases(services: readonly AdoptedService[], { settings, keyOf }: Request): readonly Used[] {
  const users = services
    .filter(({ kind, facts }) => kind !== "static" && usesDatabase(facts))
    .toSorted((one, other) => rank(one) - rank(other))
    .map((service) => ({ service, draft: databaseDraft(service.facts, settings) }));
  const said = users.filter(({ draft }) => draft.identity !== undefined);
  const [first = users[0]] = said;
  if (first === undefined) return [];
  const all = [first, ...said.filter(({ draft }) => draft.identity !== first.draft.identity)];
  const distinct = all.filter(
    ({ draft }, index) => all.findIndex((each) => each.draft.identity === draft.identity) === index,
  );
  return distinct.map(({ service, draft }) => ({
    key: keyOf(service.name),
    draft,
    services: users
      .filter((user) => (user.draft.identity ?? first.draft.identity) === draft.identity)
      .map((user) => user.service),
  }));
}

/** A web service before others: it is the one that a person looks for. */
const rank = ({ kind }: AdoptedService): number => (kind === "web" ? 0 : 1);

function secretOf(
  { secret, note, place }: DatabaseDraft,
  key: string,
  path: boolean,
  { flag }: Request,
): SecretToSet {
  const { flags = [] } =
    place === undefined ? {} : flag({ key: secret, value: "", note, place, assumed: false });
  return { key, path, note, ...(flags.length > 0 && { flags }) };
}
