import { isRenderError, listInstances, type RenderInstance, type ServiceAtRender } from "../render-api";

interface LogLine {
  readonly id: string;
  readonly timestamp: string;
  readonly message: string;
  readonly labels?: readonly { readonly name: string; readonly value: string }[];
}

interface LogPage {
  readonly hasMore?: boolean;
  readonly nextStartTime?: string;
  readonly logs?: readonly LogLine[] | null;
}

// A service that floods its log must not fill the memory: a deploy's decisive lines are at its beginning or end.
const MOST_LINES = 5_000;
const MOST_PAGES = 20;

/** Of a deploy that failed, the platform's own words may come some seconds after its end, in milliseconds. */
const LAST_WORDS = 5_000;
/** With these the platform begins a build, a deploy or a process; its lines have no instance (docs/facts/render.md). */
const BEGINS = /^==> (?:Cloning from |Deploying\.\.\.|Starting service\.\.\.|Running ')/;
/** How far back an instance is looked for that ran before the deploy, in milliseconds. */
const LOOK_BACK = 24 * 3_600_000;

/**
 * The log of one deploy as it grows: what was written since, without the lines of instances that ran before, and of
 * those that began only after the deploy had failed.
 */
export class DeployLog {
  readonly lines: string[] = [];
  /** When each of them was written, in milliseconds since 1970. */
  readonly times: number[] = [];
  /** Why the log could not be read the last time; undefined where it could. */
  problem: string | undefined;
  readonly #seen = new Set<string>();
  readonly #earlierInstances = new Set<string>();
  readonly #ownInstances = new Set<string>();
  #fetched: LogLine[] = [];
  #failedAt = Number.POSITIVE_INFINITY;
  /** Whether something else has begun since the deploy failed. */
  #begunAnew = false;
  #from: string;
  #begun = false;

  /** @param since when the deploy was made */
  constructor(
    private readonly service: ServiceAtRender,
    private readonly ownerId: string,
    readonly since: string,
    private readonly onLine: (line: string) => void = () => {},
  ) {
    this.#from = since;
  }

  /** Reads what is new. A log that cannot be read is a `problem`, not an error: the deploy's status decides. */
  async read(signal: AbortSignal): Promise<void> {
    await this.fetch(signal);
    this.take();
  }

  /**
   * Adds what was fetched. A status that is read between the two says whether the deploy had failed by then.
   *
   * @param failedAt when the deploy failed: what another instance writes after it is not of this deploy
   */
  take(failedAt?: Date): void {
    if (failedAt !== undefined) this.#failedAt = failedAt.getTime();
    for (const line of this.#fetched.splice(0)) this.#add(line);
  }

  /** Fetches what is new, for `take`. */
  async fetch(signal: AbortSignal): Promise<void> {
    try {
      if (!this.#begun) await this.#noteEarlierInstances(signal);
      this.#begun = true;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await this.#page({ startTime: this.#from, direction: "forward" }, signal);
        for (const line of page.logs ?? []) this.#keep(line);
        if (page.hasMore !== true) break;
        if (page.nextStartTime !== undefined) this.#from = page.nextStartTime;
      }
      this.problem = undefined;
    } catch (error) {
      if (!isRenderError(error)) throw error;
      this.problem = error.message;
    }
  }

  /** The predecessor goes on serving, and writing, until the new deploy is live. One that runs may have been silent. */
  async #noteEarlierInstances(signal: AbortSignal): Promise<void> {
    for (const { id, createdAt } of await this.#running(signal))
      if (Date.parse(createdAt) < Date.parse(this.since)) this.#earlierInstances.add(id);
    // Render begins an hour before now, where no time is named: after the end, for an older deploy.
    const startTime = new Date(Date.parse(this.since) - LOOK_BACK).toISOString();
    const page = await this.#page({ startTime, endTime: this.since, direction: "backward" }, signal);
    for (const line of page.logs ?? []) {
      if (line.timestamp >= this.since) continue;
      const instance = labelOf(line, "instance");
      if (instance !== undefined) this.#earlierInstances.add(instance);
    }
  }

  /** None where Render does not list them: the log is read all the same. */
  async #running(signal: AbortSignal): Promise<readonly RenderInstance[]> {
    try {
      return await listInstances(this.service, signal);
    } catch (error) {
      if (!isRenderError(error)) throw error;
      return [];
    }
  }

  #page(query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<LogPage> {
    const { client, serviceId } = this.service;
    const common = { ownerId: this.ownerId, resource: serviceId, limit: 100 };
    return client.get<LogPage>("/logs", { query: { ...common, ...query }, signal });
  }

  #keep(line: LogLine): void {
    if (this.#seen.has(line.id)) return;
    this.#seen.add(line.id);
    // The same instant is asked for again, as a page may have ended in the middle of it.
    this.#from = line.timestamp;
    if (labelOf(line, "type") !== "request") this.#fetched.push(line);
  }

  /** Whether an instance ran before the deploy: what becomes of it is not the deploy's. */
  isEarlier(instance: string): boolean {
    return this.#earlierInstances.has(instance);
  }

  #isOwn(line: LogLine, at: number): boolean {
    const instance = labelOf(line, "instance");
    if (instance === undefined) {
      this.#begunAnew ||= at > this.#failedAt && BEGINS.test(line.message);
      return at <= this.#failedAt || (!this.#begunAnew && at <= this.#failedAt + LAST_WORDS);
    }
    if (this.#earlierInstances.has(instance)) return false;
    if (at <= this.#failedAt) this.#ownInstances.add(instance);
    return this.#ownInstances.has(instance);
  }

  #add(line: LogLine): void {
    const at = Date.parse(line.timestamp);
    if (!this.#isOwn(line, at)) return;
    const lines = line.message.split("\n");
    for (const one of lines) this.onLine(one);
    this.lines.push(...lines);
    this.times.push(...lines.map(() => at));
    const over = this.lines.length - MOST_LINES;
    if (over <= 0) return;
    this.lines.splice(MOST_LINES / 2, over);
    this.times.splice(MOST_LINES / 2, over);
  }
}

function labelOf(line: LogLine, name: string): string | undefined {
  return line.labels?.find((label) => label.name === name)?.value;
}
