import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { VerificationInputs } from "../../components/verification/inputs";
import { VerificationError, verifyAndSettle } from "../../components/verification/lifecycle";
import type { VerificationResult } from "../../components/verification/result";
import type { ServiceType } from "../../domain/service-type";
import type { RenderOptions } from "../../rehearsal/render/options";
import { freePort } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";

/** A service as a test deploys it. */
export interface Kind {
  readonly type?: ServiceType;
  /** The program, in JavaScript. */
  readonly program?: string;
  /** @default it runs the program */
  readonly start?: string;
  readonly build?: string;
  readonly preDeploy?: string;
  /** @default "/health" of a web service */
  readonly healthCheckPath?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What a verification came to, and all that its user reads. */
export interface Verified {
  readonly outcome: VerificationResult["outcome"];
  readonly words: string;
  readonly result: VerificationResult;
}

const TYPES = {
  web: "web_service",
  private: "private_service",
  worker: "background_worker",
  cron: "cron_job",
} as const;

/** Answers what ANSWERS says, path by path; of a list each by turns, once Render has looked. Its log is its own. */
export const WEB = `
const { ANSWERS = "{}", HOST = "0.0.0.0", PORT } = process.env;
const answers = JSON.parse(ANSWERS);
const asked = {};
let becomes;
require("node:http").createServer((request, response) => {
  if (request.url.startsWith("/become/")) { becomes = Number(request.url.slice(8)); return response.end(); }
  const given = answers[request.url];
  const isRender = (request.headers["user-agent"] || "").startsWith("Render/");
  const turn = asked[request.url] = (asked[request.url] || 0) + (isRender ? 0 : 1);
  const said = isRender ? {} : Array.isArray(given) ? given[Math.min(turn, given.length) - 1] : given || {};
  for (const [name, value] of Object.entries(said.headers || {})) response.setHeader(name, String(value).replace("SELF", request.headers.host));
  response.statusCode = becomes || said.status || 200;
  response.end(said.body === undefined ? "ok" : said.body);
}).listen(Number(PORT), HOST, () => console.log("listening"));
`;

/** An embedded Render whose services are deployed and verified as an update of Pulumi does it. */
export class DeployedKinds {
  private names = 0;
  private readonly made: string[] = [];

  private constructor(readonly called: CalledRender) {}

  static async open({ timings, ...options }: Partial<RenderOptions> = {}): Promise<DeployedKinds> {
    const limits = { scanLimit: 600, healthLimit: 600 };
    const short = { settle: 0.1, backoff: 0.05, liveHealth: 0.2, workerUp: 0.5, ...limits, ...timings };
    return new DeployedKinds(await CalledRender.open({ ...options, timings: short }));
  }

  close(): Promise<void> {
    return this.called.close();
  }

  /** Deletes what was made, whose health Render would ask for many times a second until the end. */
  async clear(): Promise<void> {
    for (const id of this.made.splice(0)) await this.called.call("DELETE", `/services/${id}`);
  }

  /** Makes a service, and with it its first deploy. */
  async deployed(kind: Kind): Promise<Deployed> {
    const { type = "web", variables = {} } = kind;
    const name = `kind-${++this.names}`;
    const port = await freePort();
    const { service, deployId } = await this.called.ask("POST", "/services", {
      ...this.called.post(
        {
          ...{ type: TYPES[type as keyof typeof TYPES], name },
          envVars: variablesOf({
            ...(type === "web" || type === "private" ? { PORT: String(port) } : {}),
            ...variables,
          }),
        },
        await this.detailsOf(name, kind),
      ),
    });
    this.made.push(service.id);
    return new Deployed(this, kind, { name, port, service, deployId });
  }

  /** What Render gets of a kind, whose program is written into the source. */
  async detailsOf(name: string, kind: Kind): Promise<Readonly<Record<string, unknown>>> {
    const { type = "web", program = WEB, start = `exec node ${name}.js`, build = "true", preDeploy } = kind;
    await writeFile(path.join(this.called.source, `${name}.js`), program);
    return {
      envSpecificDetails: { buildCommand: build, startCommand: start },
      ...(type === "web" && { healthCheckPath: kind.healthCheckPath ?? "/health", plan: "starter" }),
      ...(type === "cron" && { schedule: "0 3 1 1 *" }),
      ...(preDeploy !== undefined && { preDeployCommand: preDeploy }),
    };
  }
}

export const variablesOf = (variables: Readonly<Record<string, string>>) =>
  Object.entries(variables).map(([key, value]) => ({ key, value }));

interface Made {
  readonly name: string;
  readonly port: number;
  readonly service: { readonly id: string; readonly serviceDetails: { readonly url?: string } };
  readonly deployId: string;
}

/** One service, whose newest deploy is verified. */
export class Deployed {
  deployId: string;

  constructor(
    readonly kinds: DeployedKinds,
    private readonly kind: Kind,
    private readonly made: Made,
  ) {
    this.deployId = made.deployId;
  }

  get id(): string {
    return this.made.service.id;
  }

  get name(): string {
    return this.made.name;
  }

  ask(method: string, target = "", body?: unknown) {
    return this.kinds.called.ask(method, `/services/${this.id}${target}`, body);
  }

  /** Waits until the newest deploy has ended. @returns its status */
  ended(deployId = this.deployId): Promise<string> {
    return this.kinds.called.ended(this.id, deployId);
  }

  /** Deploys the service once more, changed. */
  async again(change: Kind = {}): Promise<string> {
    const {
      schedule: _,
      plan: __,
      ...details
    } = await this.kinds.detailsOf(this.made.name, { ...this.kind, ...change });
    await this.ask("PATCH", "", { serviceDetails: details });
    if (change.variables !== undefined)
      for (const { key, value } of variablesOf(change.variables))
        await this.ask("PUT", `/env-vars/${key}`, { value });
    const { id } = await this.ask("POST", "/deploys", {});
    this.deployId = id;
    return id;
  }

  /** Lets Render fail at the next requests to a path; it says that one may ask again at once. */
  fails(path: RegExp, status: number, times: number, method?: string): void {
    const how = { status, retryAfter: 0 };
    this.kinds.called.render.faults.next({ path, times, how, ...(method !== undefined && { method }) });
  }

  /** Makes the program answer with a status from now on. */
  become(status: number): Promise<unknown> {
    return fetch(`http://127.0.0.1:${this.made.port}/become/${status}`);
  }

  /** Verifies the newest deploy; a test does what it wants at each word of progress. */
  async verified(
    change: Partial<VerificationInputs> = {},
    onProgress: (words: string) => void = () => {},
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Verified> {
    const { type = "web", healthCheckPath = type === "web" ? "/health" : "" } = this.kind;
    const { host, apiKey } = this.kinds.called.render;
    const { made } = this;
    const inputs: VerificationInputs = {
      ...{ service: made.name, serviceId: this.id, deployId: this.deployId, type, healthCheckPath },
      ...((type === "web" || type === "private") && { port: made.port }),
      ...{ url: made.service.serviceDetails.url ?? "", databaseUrl: "", endpoints: [], rollback: false },
      ...{ environment: "staging", records: false, addresses: {}, stability: 1_500 },
      ...{ renderApiKey: apiKey, renderHost: host },
      schedule: {
        ...{ initialDelay: 0, interval: 200, count: 1, failureLimit: 0, deadline: 60_000 },
        ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
      },
      ...change,
    };
    try {
      const { result } = await verifyAndSettle(inputs, { signal, onProgress });
      return { outcome: result.outcome, words: JSON.stringify(result.checks), result };
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      return { outcome: error.result.outcome, words: error.message, result: error.result };
    }
  }
}
