import type { RuleSettings } from "../../domain";
import type { EnvironmentFacts } from "../environments/environments";
import { databaseDraft } from "./database-draft";
import type { DraftField, SecretToSet } from "./draft-field";
import { type RepositoryOrigin, serviceDraft } from "./service-draft";
import { variablesDraft } from "./variables-draft";

/** What a stack file declares, and what has to be typed beside it. Holds no secret. */
export interface StackDraft {
  readonly environment: string;
  readonly service: readonly DraftField[];
  readonly variables: readonly DraftField[];
  readonly database: readonly DraftField[];
  readonly secrets: readonly SecretToSet[];
}

/** Turns what a repository says of one environment into a stack of Portcullis. */
export function stackDraft(
  environment: EnvironmentFacts,
  origin: RepositoryOrigin,
  settings: RuleSettings,
): StackDraft {
  const name = environment.environment ?? "production";
  const service = serviceDraft(environment, origin, settings);
  const port = service.find(({ key }) => key === "port")?.value;
  const variables = variablesDraft(environment.facts, String(port));
  const database = databaseDraft(environment.facts, settings);
  return {
    environment: name,
    service,
    variables: variables.fields,
    database: database.fields,
    secrets: [...database.secrets, ...variables.secrets],
  };
}
