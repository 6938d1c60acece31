import { randomBytes } from "node:crypto";
import { formatConnectionUrl } from "../../domain";
import { openStack } from "../stacks/open-stack";
import type { PrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import type { StackFile } from "../stacks/stack-file";
import type { StackOverlay } from "../stacks/stack-overlay";
import { schemeOf } from "../stacks/wanted-secrets";
import { UNREADABLE_HOST } from "./addresses";
import { declaredDatabases, keptLogins } from "./database/declared-databases";
import { makeLogins } from "./database/logins";
import type { RehearsalEnvironment } from "./environment";
import type { Phases } from "./phases";
import { asRehearsed } from "./rehearsed-endpoints";
import type { GivenSecrets } from "./secrets/env-file";

/** A stack and what it is made in. */
export interface MadeStack {
  readonly file: StackFile;
  readonly project: PrivateProject;
  readonly pulumi: Pulumi;
  readonly environment: RehearsalEnvironment;
  readonly phases: Phases;
  readonly secrets: GivenSecrets;
  readonly overlay?: StackOverlay;
}

/** Makes the stack as its file has it, but for addresses, secrets, and the checks that a rehearsal leaves out. */
export async function makeStack(made: MadeStack): Promise<void> {
  const { file, project, pulumi, environment, overlay, phases } = made;
  const { host, ownerId, apiKey } = environment.render;
  environment.begin(file);
  const own = secretsOf(made);
  const { "portcullis:databasePassword": password = "" } = own;
  await makeLogins(environment.databaseOf(file.stack), keptLogins(file, password));
  // A rehearsal builds what is on this machine, which no other stack has verified.
  const { "portcullis:rehearsal": _, "portcullis:promotion": __, ...config } = asRehearsed(file.config);
  await phases.measure("Pulumi", "theirs", () =>
    openStack({ ...file, config }, project, pulumi, {
      config: {
        "portcullis:addresses": environment.addressesOf(file),
        "render:host": host,
        "render:ownerId": ownerId,
        ...overlay?.config,
      },
      secrets: {
        ...own,
        "render:apiKey": apiKey,
        "portcullis:databaseAdminPassword": environment.databaseOf(file.stack).adminPassword,
        ...overlay?.secrets,
      },
    }),
  );
}

/** Made up, but for those that `--env-file` names. What is inside a mapping is made up already. */
function secretsOf({ file, environment, secrets }: MadeStack): Record<string, string> {
  const keys = [...file.secretKeys, "portcullis:databasePassword"];
  const values: Record<string, string> = {
    ...Object.fromEntries(keys.map((key) => [key, madeUp()])),
    ...Object.fromEntries(secrets),
  };
  const { adminUser, adminPassword } = environment.databaseOf(file.stack);
  // The owner's login has one password, by whatever key it is typed.
  if (declaredDatabases(file).some(({ role = "" }) => role.replace(/\.[a-z]{20}$/, "") === adminUser))
    values["portcullis:databasePassword"] = adminPassword;
  if (!file.secretKeys.includes("portcullis:databaseUrl")) return values;
  return { ...values, "portcullis:databaseUrl": ownUrl(file, environment) };
}

const madeUp = (): string => randomBytes(18).toString("base64url");

/** Replaces a typed URL, which is a secret that a rehearsal cannot open. */
function ownUrl(file: StackFile, environment: RehearsalEnvironment): string {
  const server = environment.databaseOf(file.stack);
  return formatConnectionUrl({
    scheme: schemeOf(file.config),
    user: server.adminUser,
    password: server.adminPassword,
    host: UNREADABLE_HOST,
    port: 5432,
    database: declaredDatabases(file)[0]?.name ?? "postgres",
    parameters: {},
  });
}
