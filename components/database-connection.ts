import * as pulumi from "@pulumi/pulumi";
import { formatConnectionUrl } from "../domain";
import { DATABASE_VARIABLE } from "../domain/database-variable";
import type { ExpectedAccess } from "../probes/expected-access";
import { assertArguments } from "./arguments/assert-arguments";
import { databaseConnection } from "./arguments/database";
import { DATABASE_DEFAULTS, type DatabaseConnectionArgs } from "./database-args";
import { type DatabaseEndpoint, databaseEndpoint, typedEndpoint } from "./database-endpoint";
import { declareExtensions } from "./database-extensions";
import { administratorOf, declareRole, expectedAccess } from "./database-role";
import { ClosedLogins, type DatabaseRole } from "./role";
import type { Verification } from "./verification";

/**
 * The service's connection to its database: a login role with no more privileges than it needs, and the URL,
 * which is a secret. Its parts are inputs with known values, so that a preview can judge them.
 */
export class DatabaseConnection extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  /** Without secrets; known in a preview where it is declared, undefined where a typed URL cannot be read. */
  readonly endpoint: pulumi.Output<DatabaseEndpoint | undefined>;
  /** What the role is to be able to do; undefined where it is another's. */
  readonly access: pulumi.Output<ExpectedAccess> | undefined;
  /** What it logs in as; undefined where its URL is typed. */
  readonly login: pulumi.Output<string> | undefined;
  private readonly role: DatabaseRole | undefined;

  constructor(
    private readonly name: string,
    private readonly args: DatabaseConnectionArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    assertArguments("DatabaseConnection", name, databaseConnection, args);
    const { driver, driverSettings = {}, otherEnvironments = {}, variables = [DATABASE_VARIABLE] } = args;
    const endpoint = declaredEndpoint(name, args);
    super(
      "portcullis:index:DatabaseConnection",
      name,
      {
        // A typed URL has no declared parts: it is judged in the service's variable.
        ...(endpoint && partsOf(endpoint)),
        driver,
        driverSettings,
        platform: "render",
        otherEnvironments,
        // A state that was written before there was the key is no change.
        ...(variables.join() !== DATABASE_VARIABLE && { variables }),
      },
      opts,
    );
    this.endpoint = endpoint ?? typedEndpointOf(args);
    if (endpoint !== undefined && args.login === undefined && args.manageRole !== false) {
      declareExtensions(name, args, endpoint, this);
    }
    const makes = endpoint !== undefined && args.login === undefined;
    this.role = makes ? declareRole(`${name}-role`, args, endpoint, this) : undefined;
    this.login = endpoint && pulumi.output(args.login ?? this.role?.login ?? "");
    this.access = endpoint && expectedAccess(args);
    this.url = urlOf(name, args, endpoint, this.login);
    this.registerOutputs({ url: this.url, endpoint: this.endpoint });
  }

  /**
   * Closes the logins that a change of name or password has left open, once the deploy that uses the new one is
   * verified. A login that the verification saw the service use stays open.
   */
  closeOtherLogins(verifications: readonly Verification[], opts?: pulumi.CustomResourceOptions): void {
    const { name, args, role, endpoint } = this;
    if (role === undefined || args.manageRole === false) return;
    const used = pulumi
      .all(verifications.map(({ result }) => result))
      .apply((results) => results.flatMap(({ checks }) => checks.flatMap(({ login }) => login ?? [])));
    new ClosedLogins(
      `${name}-closed-logins`,
      { ...administratorOf(args, endpoint), role: args.role ?? "", login: role.login, used },
      // No child of this component, on all of which the service depends.
      { ...opts, dependsOn: [...verifications] },
    );
  }
}

/** Undefined where a URL is typed. */
function declaredEndpoint(
  name: string,
  args: DatabaseConnectionArgs,
): pulumi.Output<DatabaseEndpoint> | undefined {
  if (args.url !== undefined) return undefined;
  const { driver, driverSettings, supabase, host, port, role, sslmode } = args;
  if (supabase === undefined && host === undefined) {
    throw new pulumi.RunError(`${name}: expected \`url\`, \`supabase\` or \`host\`, got none.`);
  }
  const database = args.name ?? DATABASE_DEFAULTS.name;
  const declared = { driver, driverSettings, supabase, host, port, role, sslmode, name: database };
  return pulumi.output(declared).apply((known) => {
    try {
      return databaseEndpoint(known);
    } catch (error) {
      throw new pulumi.RunError(`${name}: ${(error as Error).message}`);
    }
  });
}

function partsOf(endpoint: pulumi.Output<DatabaseEndpoint>): pulumi.Inputs {
  const { host, port, user, database, mode, scheme, parameters } = endpoint;
  return { host, port, user, database, mode, scheme, parameters };
}

function typedEndpointOf({ url, driver }: DatabaseConnectionArgs) {
  return pulumi.unsecret(pulumi.all([url ?? "", driver]).apply(([text, name]) => typedEndpoint(text, name)));
}

function urlOf(
  name: string,
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint> | undefined,
  login: pulumi.Output<string> | undefined,
): pulumi.Output<string> {
  if (endpoint === undefined || login === undefined) return pulumi.secret(args.url ?? "");
  const { password } = args;
  if (password === undefined) {
    throw new pulumi.RunError(`${name}: expected \`password\`, the password of the role, got none.`);
  }
  return pulumi.secret(
    pulumi.all([endpoint, args.role ?? "", login, password]).apply(([known, declared, name, secret]) => {
      // Behind the role's name a pooler wants the tenant's.
      const user = `${name}${known.user.slice(declared.length)}`;
      return formatConnectionUrl({ ...known, user, password: secret });
    }),
  );
}
