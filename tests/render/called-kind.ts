import type { RenderOptions } from "../../rehearsal/render";
import { changesOf } from "../../render/difference";
import { acceptFields, type Problem } from "../../render/fields";
import { NO_NOTES } from "../../render/notes";
import type { Properties } from "../../render/plugin/property-values";
import type { Context, ResourceKind } from "../../render/resource-kind";
import { RenderClient, type RetryPolicy } from "../../render-api";
import { CalledRender, REPOSITORY } from "../rehearsal/render/called-render";

/**
 * The provider's pauses, a thousandth as long, but for what a process has to do; the attempts are as many. An attempt
 * waits long: a busy machine may answer late.
 */
export const SHORT_PAUSES: RetryPolicy = {
  rateLimitPauses: [1, 5, 10, 20, 40, 60, 120],
  failurePauses: [1, 2, 5, 10],
  creationPauses: [1, 3, 10],
  readyPause: 50,
  attemptTimeout: 60_000,
};

/** Kinds of resources, called without the engine, against an embedded Render. */
export class CalledKind {
  readonly lines: string[] = [];
  private readonly requests: string[] = [];
  private readonly cancellation = new AbortController();

  private constructor(readonly called: CalledRender) {}

  static async open(options: Partial<RenderOptions> = {}): Promise<CalledKind> {
    return new CalledKind(await CalledRender.open(options));
  }

  close(): Promise<void> {
    return this.called.close();
  }

  cancel(reason: string): void {
    this.cancellation.abort(new Error(reason));
  }

  /** The requests that changed something at Render since the last call, as `METHOD path`. */
  changes(): string[] {
    return this.requests.splice(0).filter((request) => !request.startsWith("GET "));
  }

  context(change: Partial<Context> = {}, retry = SHORT_PAUSES): Context {
    const { host, apiKey, ownerId } = this.called.render;
    const onPause = (message: string): void => void this.lines.push(message);
    const recorded: typeof fetch = (address, options) => {
      this.requests.push(`${options?.method} ${new URL(String(address)).pathname.replace("/v1", "")}`);
      return fetch(address, options);
    };
    return contextOf({
      client: new RenderClient({ host, apiKey, retry, onPause, fetch: recorded }),
      ownerId,
      signal: this.cancellation.signal,
      log: (message) => void this.lines.push(message),
      ...change,
    });
  }

  /** For a call whose answer never comes: an attempt waits 2 s for it. */
  hanging(): Context {
    return this.context({}, { ...SHORT_PAUSES, attemptTimeout: 2_000 });
  }

  /** What the engine would hand over to `create` and `update`. @throws where check finds a problem */
  checked(kind: ResourceKind, inputs: Properties): Properties {
    const { accepted, problems } = check(kind, inputs);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return accepted;
  }
}

/** What an operation is given without the engine. */
export const contextOf = (given: Pick<Context, "client" | "ownerId"> & Partial<Context>): Context => ({
  urn: "urn:pulumi:test::program::render:index/thing:Thing::name",
  notes: NO_NOTES,
  takeOver: [],
  waitForDeployCompletion: false,
  skipDeployAfterServiceUpdate: false,
  signal: new AbortController().signal,
  log: () => undefined,
  ...given,
});

export function check(kind: ResourceKind, inputs: Properties) {
  const problems: Problem[] = [];
  const accepted = acceptFields(kind.fields, inputs, "", (problem) => void problems.push(problem));
  problems.push(...(kind.check?.(accepted) ?? []));
  return { accepted, problems };
}

/** Paths at which a diff of the two would show a change. */
export function changedPaths(
  kind: ResourceKind,
  old: Properties,
  wanted: Properties,
  state: Properties = {},
): string[] {
  return changesOf(kind, old, wanted, state).map(({ path }) => path);
}

/** A web service whose process ends at once: for what needs no process. */
export const NATIVE: Properties = {
  name: "api",
  plan: "starter",
  region: "oregon",
  runtimeSource: {
    nativeRuntime: { repoUrl: REPOSITORY, branch: "main", runtime: "node", buildCommand: "true" },
  },
  startCommand: "true",
};

/** A web service of which the embedded Render builds and runs nothing: for what has many steps. */
export const IMAGE: Properties = {
  name: "api",
  plan: "starter",
  region: "oregon",
  runtimeSource: { image: { imageUrl: "docker.io/library/nginx" } },
};
