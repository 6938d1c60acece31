import assert from "node:assert/strict";
import { Client } from "pg";
import * as closedLogins from "../../../components/role/closing";
import type {
  ClosedLoginsInputs,
  ClosedLoginsState,
  ManagedRole,
  RoleInputs,
  RoleState,
} from "../../../components/role/inputs";
import * as role from "../../../components/role/lifecycle";
import { check, diff } from "../../../components/role/preview";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import type { Server } from "./servers";

export const PASSWORD = "c4nary/s3cret@v4lue";
const HOST = "db.shop.internal";

type Declared = Partial<Omit<ManagedRole, "manage">> & { readonly manage?: boolean };
type Properties = Record<string, unknown>;

/** The role's methods, called as the engine calls them, on a PostgreSQL that is made like Supabase's. */
export class RoleAtPostgres {
  private inputs: Properties | undefined;
  state: Properties | undefined;
  private ofSuperuser: Client | undefined;
  private readonly sessions: Client[] = [];

  private constructor(readonly postgres: Postgres) {}

  static async open({ programs }: Server): Promise<RoleAtPostgres> {
    return new RoleAtPostgres(await startPostgres(programs === undefined ? {} : { programs }));
  }

  /** Ends the sessions that tests have opened. */
  async endSessions(): Promise<void> {
    for (const session of this.sessions.splice(0)) await session.end();
    this.ofSuperuser = undefined;
  }

  async close(): Promise<void> {
    await this.endSessions();
    await this.postgres.stop();
  }

  /** A stack of its own, whose state is empty. */
  fresh(): void {
    this.inputs = undefined;
    this.state = undefined;
  }

  declared({ manage = true, ...changed }: Declared = {}): Properties {
    if (!manage) return { manage: false, role: changed.role ?? "shop" };
    return {
      manage: true,
      ...this.administrator(),
      role: "shop",
      password: PASSWORD,
      importRole: false,
      privileges: "read-write",
      schemas: ["public"],
      owners: ["postgres"],
      bypassRowLevelSecurity: false,
      ...changed,
    };
  }

  private administrator(): Properties {
    const { host, port, adminPassword } = this.postgres;
    return {
      server: { host: HOST, port: 5432, tenant: "", database: "postgres", sslmode: "prefer" },
      adminUser: "postgres",
      adminPassword,
      addresses: { [`${HOST}:5432`]: `${host}:${port}` },
    };
  }

  /** One update of the role's resource alone; the login that the service gets. */
  async up(changed: Declared = {}): Promise<string> {
    const { inputs } = await check(this.inputs ?? {}, this.declared(changed));
    if (this.state === undefined) {
      this.state = { ...(await role.create(inputs as unknown as RoleInputs)).outs };
    } else if ((await diff("shop", this.state, inputs)).changes) {
      this.state = {
        ...(await role.update("shop", this.state as unknown as RoleState, inputs as unknown as RoleInputs))
          .outs,
      };
    }
    this.inputs = inputs;
    // What was just done is all that there is to do.
    assert.deepEqual(await diff("shop", this.state, inputs), { changes: false });
    return inputs.login;
  }

  /** What follows a verified deploy. */
  async verified(used: readonly string[] = []): Promise<ClosedLoginsState> {
    const { role: name, login } = this.state as unknown as RoleState;
    const inputs = { ...this.administrator(), role: name, login, used } as unknown as ClosedLoginsInputs;
    const { outs } = await closedLogins.create(inputs);
    return outs;
  }

  /** What a refresh finds, and whether the next preview shows something. */
  async refresh(): Promise<{ readonly gone: boolean; readonly changes: boolean; readonly state: RoleState }> {
    const { id, props } = await role.read("shop", this.state as unknown as RoleState);
    this.state = id === "" ? undefined : { ...props };
    const { changes } = await diff("shop", props as unknown as Properties, this.inputs ?? {});
    return { gone: id === "", changes, state: props as RoleState };
  }

  async destroy(): Promise<void> {
    await role.delete("shop", this.state as unknown as RoleState);
    this.fresh();
  }

  async session(user: string, password: string, database = "postgres"): Promise<Client> {
    const { host, port } = this.postgres;
    const client = new Client({ host, port, user, password, database });
    await client.connect();
    this.sessions.push(client);
    return client;
  }

  admin(database?: string): Promise<Client> {
    return this.session("postgres", this.postgres.adminPassword, database);
  }

  /** By the socket: what Supabase itself may do. One session for all. */
  async superuser(): Promise<Client> {
    if (this.ofSuperuser !== undefined) return this.ofSuperuser;
    const { socketDirectory, port, superuser } = this.postgres;
    const client = new Client({ host: socketDirectory, port, user: superuser, database: "postgres" });
    await client.connect();
    this.sessions.push(client);
    this.ofSuperuser = client;
    return client;
  }

  /** Whether a new session can be opened. */
  async opens(user: string, password: string): Promise<boolean> {
    const session = await this.session(user, password).catch(() => undefined);
    return session !== undefined;
  }

  async roles(pattern: string): Promise<readonly string[]> {
    const { rows } = await (await this.admin()).query<{ text: string }>(
      `SELECT rolname || CASE WHEN rolcanlogin THEN '' ELSE ' (closed)' END AS text FROM pg_roles
       WHERE rolname ~ $1 ORDER BY 1`,
      [pattern],
    );
    return rows.map(({ text }) => text);
  }
}
