import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedRender, type RenderOptions, startRender } from "../../../rehearsal/render";
import { until } from "./runtime/rehearsed";

export const REPOSITORY = "https://github.com/acme/api";

/** An answer's body: a test reads what it expects there, and fails where it is not. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is empty. */
  readonly body: Json;
}

/** An embedded Render with a repository, and a client that is no more than fetch. */
export class CalledRender {
  /** Called with each answer. */
  onAnswer: (method: string, path: string, answer: Answer) => void = () => undefined;

  private constructor(
    readonly render: EmbeddedRender,
    readonly source: string,
    private readonly folder: string,
  ) {}

  static async open(options: Partial<RenderOptions> = {}): Promise<CalledRender> {
    const folder = await mkdtemp(path.join(tmpdir(), "called-render-"));
    const source = path.join(folder, "source");
    await mkdir(source);
    await writeFile(path.join(source, "README.md"), "A service.\n");
    const timings = { poll: 0.05, notice: 0.2, ...options.timings };
    const repositories = { [REPOSITORY]: source };
    // A machine with Docker would fetch what services name from the internet.
    const render = await startRender({ repositories, images: false, ...options, timings });
    return new CalledRender(render, source, folder);
  }

  async call(method: string, target: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.render.host}${target}`, {
      method,
      headers: { authorization: `Bearer ${this.render.apiKey}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = text === "" ? undefined : JSON.parse(text);
    const answer = { status: response.status, headers: response.headers, text, body: parsed };
    this.onAnswer(method, target, answer);
    return answer;
  }

  /** The body of a request that must succeed. */
  async ask(method: string, target: string, body?: unknown): Promise<Json> {
    const answer = await this.call(method, target, body);
    if (answer.status >= 300) throw new Error(`${method} ${target}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** The body of POST /services for a service whose process ends at once, unless stated otherwise. */
  post(
    change: Readonly<Record<string, unknown>> = {},
    details: Readonly<Record<string, unknown>> = {},
  ): Json {
    return {
      type: "web_service",
      name: "api",
      ownerId: this.render.ownerId,
      repo: REPOSITORY,
      ...change,
      serviceDetails: {
        runtime: "node",
        envSpecificDetails: { buildCommand: "true", startCommand: "true" },
        ...details,
      },
    };
  }

  /** Makes a service. @returns it as it was answered */
  async service(
    change: Readonly<Record<string, unknown>> = {},
    details: Readonly<Record<string, unknown>> = {},
  ) {
    return (await this.ask("POST", "/services", this.post(change, details))).service;
  }

  /** Waits until the deploy has ended. @returns its status */
  async ended(service: string, deploy: string): Promise<string> {
    return until(async () => {
      const { status, finishedAt } = await this.ask("GET", `/services/${service}/deploys/${deploy}`);
      return finishedAt === null ? undefined : status;
    });
  }

  async close(): Promise<void> {
    await this.render.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
