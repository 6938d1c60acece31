import type { RuleSettings } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import type { AuditFinding } from "../finding";
import type { Repository } from "../reader";
import type { AdoptedEnvironment, AdoptedService } from "./adopted-services";
import { assumptionsOf } from "./assumed-variables";
import { knownSecrets, withoutCommandSecrets } from "./command-secrets";
import { databaseVariables } from "./database-variables";
import type { DraftField, SecretToSet } from "./draft-field";
import { ownDriverOf } from "./driver-draft";
import { flagsOf } from "./field-flags";
import { type RepositoryOrigin, serviceDraft } from "./service-draft";
import { type NamedDatabase, stackDatabases } from "./stack-databases";
import { sharedVariables, type VariablesDraft, variablesDraft, without } from "./variables-draft";

/** One service of a stack file. */
export interface ServiceDraft {
  /** Its key in `portcullis:services`. */
  readonly key: string;
  readonly kind: AdoptedService["kind"];
  readonly fields: readonly DraftField[];
  readonly variables: readonly DraftField[];
  /** Names of its variables whose value is typed. */
  readonly secrets: VariablesDraft["secrets"];
}

/** What a stack file declares, and what has to be typed beside it. Holds no secret. */
export interface StackDraft {
  readonly environment: string;
  /** False where no file names an environment, and production is assumed. */
  readonly isNamed: boolean;
  readonly services: readonly ServiceDraft[];
  /** Variables that every service has. */
  readonly shared: readonly DraftField[];
  readonly sharedSecrets: VariablesDraft["secrets"];
  /** Where every service of the repository uses another port than the standard one. */
  readonly standardPort: DraftField | undefined;
  /** The one database of all services; undefined where there is none, or several. */
  readonly database: readonly DraftField[] | undefined;
  /** By the keys of `portcullis:databases`, where services have several. */
  readonly databases: readonly NamedDatabase[];
  readonly secrets: readonly SecretToSet[];
  /** Errors and warnings of an audit about no value above, such as an address in code: printed, and not written. */
  readonly beside: readonly string[];
  /** What files say of no service or environment by name and is taken for one of these, one sentence each. */
  readonly assumptions: readonly string[];
}

export interface StackDraftRequest {
  readonly adopted: AdoptedEnvironment;
  readonly origin: RepositoryOrigin;
  readonly settings: RuleSettings;
  readonly repository: Repository;
  /** What an audit found: each finding is reported beside the value that it is about. */
  readonly findings: readonly AuditFinding[];
}

/** Turns what a repository says of one environment into a stack of Portcullis. */
export function stackDraft(request: StackDraftRequest): StackDraft {
  const { adopted, settings } = request;
  const { environment } = adopted;
  const known = knownSecrets(adopted.services.flatMap(({ facts }) => facts));
  const drafts = adopted.services.map((service) => draftOf(service, request, known));
  const running = drafts.filter(({ service }) => service.kind !== "static");
  const shared = sharedVariables(running.map(({ variables }) => variables));
  const { flag, left } = flagsOf(request.findings, adopted);
  const driverOf = (service: AdoptedService, variable: string): string | undefined => {
    const fields = drafts.find((draft) => draft.service === service)?.fields ?? [];
    return ownDriverOf(service.facts, variable, fields.find(({ key }) => key === "driver")?.value);
  };
  // Before the services: a URL may name the driver too, and what is wrong with it is the database's.
  const {
    database,
    databases,
    secrets: typed,
    keyOf: databaseOf,
  } = stackDatabases(adopted.services, { environment, settings, flag, keyOf, driverOf });
  const services = drafts.map(({ service, fields, variables }): ServiceDraft => {
    const own = service.kind === "static" ? variables : without(variables, shared);
    return {
      key: keyOf(service.name),
      kind: service.kind,
      fields: [...fields, ...databaseOf(service)].map((field) => flag(field)),
      variables: own.fields.map((field) => flag(field)),
      secrets: own.secrets,
    };
  });
  const sharedFields = shared.fields.map((field) => flag(field));
  return {
    environment,
    isNamed: adopted.isNamed,
    services,
    shared: sharedFields,
    sharedSecrets: shared.secrets,
    standardPort: undefined,
    database,
    databases,
    secrets: [
      ...typed,
      ...variableSecrets("portcullis:environment", shared.secrets),
      ...services.flatMap(({ key, secrets }) =>
        variableSecrets(
          services.length === 1 ? "portcullis:service.environment" : `portcullis:services.${key}.environment`,
          secrets,
        ),
      ),
    ],
    beside: left(),
    assumptions: assumptionsOf(adopted.services),
  };
}

function draftOf(
  service: AdoptedService,
  { adopted, origin, settings, repository }: StackDraftRequest,
  known: readonly string[],
) {
  const { environment, services } = adopted;
  const folders = services.map(({ folder }) => folder);
  const fields = serviceDraft({
    environment,
    service,
    origin,
    settings,
    repository,
    folders,
    beside: services,
  });
  const port = fields.find(({ key }) => key === "port")?.value;
  const { fields: written, secrets } = withoutCommandSecrets(fields, known);
  const variables = variablesDraft(service, String(port), known);
  const databases = databaseVariables(service.facts);
  const more = secrets.filter(
    ({ name }) =>
      name !== DATABASE_VARIABLE &&
      !databases.some((each) => each.name === name) &&
      !variables.secrets.some((each) => each.name === name),
  );
  return { service, fields: written, variables: { ...variables, secrets: [...variables.secrets, ...more] } };
}

function variableSecrets(at: string, secrets: VariablesDraft["secrets"]): readonly SecretToSet[] {
  return secrets.map(({ name, note }) => ({ key: `${at}.${name}`, path: true, note }));
}

/** A key of `portcullis:services` is letters, digits, `_` and `-`, a letter first. */
function keyOf(name: string): string {
  const key = name.replaceAll(/[^\w-]+/g, "-").replaceAll(/^[^A-Za-z]+|-+$/g, "");
  return key === "" ? "service" : key;
}
