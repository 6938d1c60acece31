import { type CredentialFact, factsOf, type VariableFact } from "../../domain";
import { environmentKind } from "../../domain/environment-name";
import { isGenerated, writtenSecret } from "../../domain/written-secret";
import { isExample } from "../environments/environments";
import { ENV_FILE } from "../readers/env-file/reader";
import type { SourceFile } from "../walk/source-file";

const MAX_NAMES = 3;

/** What Kamal hands to a deploy, in the form of an env file (kamal-deploy.org/docs/configuration/environment-variables). */
export const KAMAL_SECRETS = /(?:^|\/)\.kamal\/secrets(?:-common|\.[\w-]+)?$/;

/**
 * One credential for an env file that holds secrets, by the names of its variables. A file for developers' machines
 * may be committed with passwords of their own databases: of it only what a machine made counts.
 */
export function secretsOfEnvironmentFile(file: SourceFile): readonly CredentialFact[] {
  const { facts } = ENV_FILE.read(file, {
    has: () => false,
    lacks: () => true,
    ignores: () => false,
    text: () => undefined,
    named: () => [],
    ending: () => [],
    below: () => [],
  });
  const isDeployed = KAMAL_SECRETS.test(file.path);
  const held = factsOf(facts, "variable").filter((fact) => !isExample(fact) && isSecret(fact, isDeployed));
  const [first] = held;
  if (first === undefined) return [];
  const names = held.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = held.length > names.length ? ` and ${held.length - names.length} more` : "";
  const { place, environment } = first;
  return [
    {
      kind: "credential",
      place,
      ...(environment !== undefined && { environment }),
      what: `an env file with ${names.join(", ")}${more}`,
      tracked: true,
    },
  ];
}

function isSecret(fact: VariableFact, isDeployed: boolean): boolean {
  const secret = writtenSecret(fact);
  if (secret === undefined || isDeployed) return secret !== undefined;
  const { environment = "local" } = fact;
  const kind = environmentKind(environment);
  return isGenerated(secret) || (environment !== "local" && kind !== "development" && kind !== "test");
}
