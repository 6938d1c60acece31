import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Branches, type BranchesOptions, type EmbeddedBranch, newToken } from "./branches";

export interface SupabaseOptions extends BranchesOptions {
  /** The pooler's host of every branch. */
  readonly poolerHost: string;
  /** Requests a minute for each project, beyond which they are refused. @default 120, as Supabase's page has it */
  readonly requestsPerMinute?: number;
}

export interface EmbeddedSupabase {
  /** The base address, without `/v1`: what `supabase:endpoint` is set to. */
  readonly endpoint: string;
  readonly accessToken: string;
  /** May read branches, and neither make nor remove one. */
  readonly readOnlyToken: string;
  readonly branches: Branches;
  /** The next answer to a POST is lost: the request is acted on, then the connection is cut. */
  loseNextAnswer(): void;
  stop(): Promise<void>;
}

const MINUTE = 60_000;

/** Answers as Supabase's description of its API has it (docs/facts/supabase.md#s20). */
export async function startSupabase(options: SupabaseOptions): Promise<EmbeddedSupabase> {
  const accessToken = newToken();
  const readOnlyToken = newToken();
  const branches = new Branches(options);
  let loses = false;
  const app = new Hono<{ Bindings: { incoming: { socket: { resetAndDestroy(): void } } } }>();
  const counts = new Map<string, { count: number; endsAt: number }>();
  const limit = options.requestsPerMinute ?? 120;

  app.use(async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    if (token !== accessToken && token !== readOnlyToken) return refuse(c, 401, "Unauthorized");
    const project = c.req.path.split("/")[3] ?? "";
    const now = Date.now();
    const known = counts.get(project);
    const window = known === undefined || known.endsAt <= now ? { count: 0, endsAt: now + MINUTE } : known;
    counts.set(project, window);
    window.count += 1;
    c.header("X-RateLimit-Limit", String(limit));
    c.header("X-RateLimit-Remaining", String(Math.max(0, limit - window.count)));
    c.header("X-RateLimit-Reset", String(Math.ceil((window.endsAt - now) / 1000)));
    if (window.count > limit) return refuse(c, 429, "ThrottlerException: Too Many Requests");
    if (token === readOnlyToken && c.req.method !== "GET") return refuse(c, 403, "Forbidden resource");
    await next();
    if (c.req.method === "POST" && loses) {
      loses = false;
      c.env.incoming.socket.resetAndDestroy();
    }
    return;
  });

  app.get("/v1/projects/:ref/branches", (c) => {
    const ref = c.req.param("ref");
    if (!branches.has(ref)) return refuse(c, 404, "Project not found");
    return c.json([productionOf(ref), ...branches.of(ref).map(shown)]);
  });
  app.post("/v1/projects/:ref/branches", async (c) => {
    const ref = c.req.param("ref");
    if (!branches.has(ref)) return refuse(c, 404, "Project not found");
    const body: Record<string, unknown> = await c.req.json();
    const { branch_name: name, git_branch: gitBranch, persistent = false } = body;
    if (typeof name !== "string" || name === "") return refuse(c, 400, "branch_name: Required");
    const asked = { name, gitBranch: gitBranch as string | undefined, persistent: persistent === true };
    const made = branches.create(ref, asked);
    if (made === undefined) return refuse(c, 409, `A branch named ${name} already exists`);
    return c.json(shown(made), 201);
  });
  app.get("/v1/branches/:ref", (c) => {
    const branch = branches.find(c.req.param("ref"));
    if (branch === undefined) return refuse(c, 404, "Branch not found");
    const { ref, projectStatus, server } = branch;
    return c.json({
      ...{ ref, postgres_version: "18.4", postgres_engine: "18", release_channel: "ga" },
      ...{ status: projectStatus, db_host: `db.${ref}.supabase.co`, db_port: 5432 },
      ...(server !== undefined &&
        c.req.header("authorization") === `Bearer ${accessToken}` && {
          ...{ db_user: server.adminUser, db_pass: server.adminPassword },
        }),
    });
  });
  app.delete("/v1/branches/:ref", async (c) => {
    const branch = branches.find(c.req.param("ref"));
    if (branch === undefined) return refuse(c, 404, "Branch not found");
    await branches.remove(branch);
    return c.json({ message: "ok" });
  });
  app.post("/v1/projects/:ref/restore", (c) => {
    const branch = branches.find(c.req.param("ref"));
    if (branch === undefined) return refuse(c, 404, "Project not found");
    branches.resume(branch);
    return c.body(null, 200);
  });
  app.get("/v1/projects/:ref/config/database/pooler", (c) => {
    const branch = branches.find(c.req.param("ref"));
    if (branch === undefined) return refuse(c, 404, "Project not found");
    const user = `postgres.${branch.ref}`;
    const host = options.poolerHost;
    return c.json([
      {
        ...{ identifier: branch.ref, database_type: "PRIMARY", is_using_scram_auth: true },
        ...{ db_user: user, db_host: host, db_port: 6543, db_name: "postgres", pool_mode: "transaction" },
        connection_string: `postgresql://${user}:[YOUR-PASSWORD]@${host}:6543/postgres`,
        ...{ default_pool_size: null, max_client_conn: null },
      },
    ]);
  });
  app.notFound((c) => refuse(c, 404, `Cannot ${c.req.method} ${c.req.path}`));

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    accessToken,
    readOnlyToken,
    branches,
    loseNextAnswer: () => {
      loses = true;
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await branches.stop();
    },
  };
}

const refuse = (c: Context, status: ContentfulStatusCode, message: string): Response =>
  c.json({ message }, status);

/** The project itself, which is its own branch of production. */
function productionOf(ref: string) {
  const at = new Date(0).toISOString();
  return {
    ...{ id: ref, name: "main", project_ref: ref, parent_project_ref: ref, is_default: true },
    ...{ git_branch: "main", persistent: true, status: "FUNCTIONS_DEPLOYED", with_data: true },
    ...{ created_at: at, updated_at: at, preview_project_status: "ACTIVE_HEALTHY" },
  };
}

function shown(branch: EmbeddedBranch) {
  const { id, name, ref, parent, gitBranch, persistent, createdAt, status, projectStatus } = branch;
  return {
    ...{ id, name, project_ref: ref, parent_project_ref: parent, is_default: false, persistent },
    ...(gitBranch !== undefined && { git_branch: gitBranch }),
    ...{ status, preview_project_status: projectStatus, with_data: false },
    ...{ created_at: createdAt, updated_at: createdAt },
  };
}
