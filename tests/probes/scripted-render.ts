import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { endOf, RETRY_POLICY, RenderClient, type ServiceAtRender } from "../../render-api";

interface ScriptedLine {
  readonly message: string;
  readonly instance?: string;
  /** Written before the deploy began. */
  readonly early?: true;
  /** Written after the deploy ended: it is there from then on. */
  readonly late?: true;
}

/** What a Render of the test's own answers; a status's last value goes on for ever. */
export interface Script {
  readonly statuses?: readonly string[];
  readonly lines?: readonly ScriptedLine[];
  /** Instances that run, and had begun before the deploy. */
  readonly running?: readonly string[];
  readonly failure?: Readonly<Record<string, unknown>>;
  readonly otherDeploys?: readonly {
    readonly id: string;
    readonly status: string;
    readonly createdAt: string;
  }[];
  /** Paths that are refused, with their status. */
  readonly refused?: readonly (readonly [RegExp, number])[];
  /** How many requests that `refused` names are refused. @default all */
  readonly refusals?: number;
}

const CREATED = "2026-01-02T10:00:00.000000Z";
const FINISHED = "2026-01-02T10:00:05.000000Z";
const LATER = "2026-01-02T10:00:06.000000Z";
const EARLIER = "2026-01-02T09:59:00.000000Z";
export const DEPLOY = "dep-new";

/** A server with just the answers that a unit test wants; whole deploys are tested on the embedded Render. */
export class ScriptedRender {
  private constructor(
    private readonly server: Server,
    readonly service: ServiceAtRender,
    readonly asked: string[],
  ) {}

  static async start(script: Script): Promise<ScriptedRender> {
    const asked: string[] = [];
    let turn = 0;
    let refusals = script.refusals ?? Number.POSITIVE_INFINITY;
    const statuses = script.statuses ?? ["live"];
    const status = () => statuses[Math.min(turn, statuses.length - 1)] ?? "live";
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "", "http://render");
      asked.push(`${request.method} ${url.pathname}`);
      const named = script.refused?.find(([path]) => path.test(url.pathname));
      const refusal = named !== undefined && refusals-- > 0 ? named : undefined;
      response.statusCode = refusal?.[1] ?? 200;
      if (refusal !== undefined) return void response.end(JSON.stringify({ message: "refused by the test" }));
      const answer = answerTo(url, script, status());
      if (url.pathname.endsWith(`/deploys/${DEPLOY}`) && asked.length > 2) turn++;
      response.end(JSON.stringify(answer));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const retry = { ...RETRY_POLICY, rateLimitPauses: [], failurePauses: [], attemptTimeout: 2_000 };
    const client = new RenderClient({ host, apiKey: "rnd_test", retry });
    return new ScriptedRender(server, { client, serviceId: "srv-1" }, asked);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

function answerTo(url: URL, script: Script, status: string): unknown {
  const ended = endOf(status) !== undefined;
  const deploy = { id: DEPLOY, status, createdAt: CREATED, finishedAt: ended ? FINISHED : null };
  if (url.pathname === "/v1/logs") return logs(url, script, ended);
  if (url.pathname.endsWith("/instances"))
    return (script.running ?? []).map((id) => ({ id, createdAt: EARLIER }));
  if (url.pathname.endsWith("/events")) {
    const reason = script.failure === undefined ? {} : { failure: script.failure };
    const details = { deployId: DEPLOY, deployStatus: "failed", reason };
    return [{ event: { type: "deploy_ended", timestamp: CREATED, details } }];
  }
  if (url.pathname.endsWith("/deploys")) {
    return [deploy, ...(script.otherDeploys ?? [])].map((each) => ({ cursor: each.id, deploy: each }));
  }
  if (url.pathname.includes("/deploys/")) return deploy;
  return { id: "srv-1", ownerId: "tea-1", serviceDetails: { openPorts: null } };
}

function logs(url: URL, { lines = [] }: Script, ended: boolean): unknown {
  const forward = url.searchParams.get("direction") === "forward";
  const shown = lines
    .map(({ message, instance, early, late }, index) => ({
      id: `log-${index}`,
      timestamp: early ? EARLIER : late ? LATER : CREATED,
      message,
      labels: instance === undefined ? [] : [{ name: "instance", value: instance }],
    }))
    .filter(({ timestamp }) =>
      forward ? timestamp === CREATED || (ended && timestamp === LATER) : timestamp === EARLIER,
    );
  return { hasMore: false, logs: shown };
}
