import { formatConnectionUrl } from "../../domain";
import type { Postgres } from "../../rehearsal/index";
import { cacheDirectory } from "../../system";
import { openStack } from "../stacks/open-stack";
import { withoutOthers } from "../stacks/other-stacks";
import type { PrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import type { StackFile } from "../stacks/stack-file";
import type { StackOverlay } from "../stacks/stack-overlay";
import { databaseSecretKeys, schemeOf } from "../stacks/wanted-secrets";
import { unreadableHost } from "./addresses";
import { type DeclaredDatabase, declaredDatabases, keptLogins } from "./database/declared-databases";
import { makeLogins } from "./database/logins";
import type { RehearsalEnvironment } from "./environment";
import type { Phases } from "./phases";
import { asRehearsed, type Records } from "./rehearsed-endpoints";
import type { GivenSecrets } from "./secrets/env-file";
import { machinesText } from "./secrets/machines-text";

/** A stack and what it is made in. */
export interface MadeStack {
  readonly file: StackFile;
  readonly project: PrivateProject;
  readonly pulumi: Pulumi;
  readonly environment: RehearsalEnvironment;
  readonly phases: Phases;
  readonly secrets: GivenSecrets;
  readonly overlay?: StackOverlay;
  /** Of a stack that is served, where the user types the updates. */
  readonly served?: { readonly records: Records };
}

/** Makes the stack as its file has it, but for addresses, secrets, and the checks that a rehearsal leaves out. */
export async function makeStack(made: MadeStack): Promise<void> {
  const { file, project, pulumi, environment, overlay, phases, served } = made;
  const { host, ownerId, apiKey } = environment.render;
  const { branching } = environment;
  environment.begin(file);
  const own = secretsOf(made);
  const { "portcullis:databasePassword": password = "" } = own;
  const server = environment.databaseOf(file.stack);
  const typed = typedDatabases(file);
  for (const one of environment.serversOf(file.stack)) {
    await makeLogins(one.server, keptLogins(one.databases, password));
  }
  await makeLogins(
    server,
    typed.map((name) => ownLogin(server, name)),
  );
  const { "portcullis:rehearsal": _, ...rest } = asRehearsed(file.config, served?.records);
  // A rehearsal builds what is on this machine, which no other stack has verified; served stacks share one state.
  const config = served === undefined ? withoutOthers(rest) : rest;
  await phases.measure("Pulumi", "theirs", () =>
    openStack({ ...file, config }, project, pulumi, {
      config: {
        "portcullis:addresses": environment.addressesOf(file),
        "render:host": host,
        "render:ownerId": ownerId,
        ...(branching !== undefined && { "supabase:endpoint": branching.endpoint }),
        ...overlay?.config,
      },
      secrets: {
        ...own,
        "render:apiKey": apiKey,
        ...(branching !== undefined && { "supabase:accessToken": branching.accessToken }),
        ...overlay?.secrets,
      },
    }),
  );
}

/** Made up, but for those that `--env-file` names. What is inside a mapping is made up already. */
function secretsOf({ file, environment, secrets }: MadeStack): Record<string, string> {
  const server = environment.databaseOf(file.stack);
  const { adminUser, adminPassword } = server;
  const madeUp = machinesText(cacheDirectory(), file.stack);
  const short = databaseSecretKeys(file.config);
  const values: Record<string, string> = {
    ...Object.fromEntries([...file.secretKeys, ...short].map((key) => [key, madeUp(key)])),
    ...Object.fromEntries(secrets),
    // These are of this machine, whatever an env file says.
    ...Object.fromEntries(
      typedDatabases(file).map((key) => [`${SEVERAL}.${key}.url`, ownUrl(file, server, key)]),
    ),
    // The owners of all of a stack's servers have one password.
    ...Object.fromEntries(managed(file).map((key) => [`${SEVERAL}.${key}.adminPassword`, adminPassword])),
    ...Object.fromEntries(
      ownersIn(file, adminUser).map((key) => [`${SEVERAL}.${key}.password`, adminPassword]),
    ),
    ...(short.length > 0 && { "portcullis:databaseAdminPassword": adminPassword }),
  };
  if (short.length === 0) return values;
  // The owner's login has one password, by whatever key it is typed.
  if (declaredDatabases(file).some((database) => isOwner(database, adminUser)))
    values["portcullis:databasePassword"] = adminPassword;
  if (!file.secretKeys.includes("portcullis:databaseUrl")) return values;
  const name = declaredDatabases(file)[0]?.name ?? "postgres";
  return { ...values, "portcullis:databaseUrl": ownUrl(file, server, name) };
}

const SEVERAL = "portcullis:databases";

/** Keys of several databases whose secret has that name. */
const keysOf = ({ secretPlaces }: StackFile, secret: string): readonly string[] =>
  secretPlaces.flatMap((place) => {
    const rest = place.startsWith(`${SEVERAL}.`) ? place.slice(SEVERAL.length + 1) : "";
    return rest.endsWith(`.${secret}`) ? [rest.slice(0, -secret.length - 1)] : [];
  });

/** Each is a database of its own on the stack's server, named by its key: none sees another's tables. */
const typedDatabases = (file: StackFile): readonly string[] => keysOf(file, "url");
const managed = (file: StackFile): readonly string[] => keysOf(file, "adminPassword");

/** Several databases whose service logs in as the owner, who has one password by whatever key it is typed. */
function ownersIn({ config }: StackFile, owner: string): readonly string[] {
  const several = (config[SEVERAL] ?? {}) as Readonly<Record<string, DeclaredDatabase>>;
  return Object.entries(several).flatMap(([key, database]) => (isOwner(database, owner) ? [key] : []));
}

const isOwner = ({ role = "" }: DeclaredDatabase, owner: string): boolean =>
  role.replace(/\.[a-z]{20}$/, "") === owner;

const ownLogin = ({ adminUser: user, adminPassword: password }: Postgres, database: string) => ({
  ...{ user, password, database },
});

/** Replaces a typed URL, which is a secret that a rehearsal cannot open. */
function ownUrl(file: StackFile, server: Postgres, database: string): string {
  return formatConnectionUrl({
    scheme: schemeOf(file.config, database),
    user: server.adminUser,
    password: server.adminPassword,
    host: unreadableHost(file.stack),
    port: 5432,
    database,
    parameters: {},
  });
}
