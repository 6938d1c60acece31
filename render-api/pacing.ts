import { wait } from "./wait";

/** Requests that Render counts together, as recorded; the first row that matches counts. A group has a count of its own. */
const COUNTED_TOGETHER: readonly (readonly [name: string, method: RegExp, path: RegExp])[] = [
  ["requests that read", /^GET$/, /^/],
  ["new services", /^POST$/, /^\/services$/],
  ["new domains", /^POST$/, /^\/services\/[^/]+\/custom-domains$/],
  ["changes of", /^PATCH$/, /^\/services\/([^/]+)$/],
  ["changes of", /^POST$/, /^\/services\/([^/]+)\/(?:deploys|scale|suspend|resume)$/],
];

/** What an answer says of its count. */
export interface QuotaTold {
  readonly limit: number;
  readonly left: number;
  /** Until Render counts from nothing again, in milliseconds. */
  readonly resets: number;
}

interface Quota {
  limit: number;
  /** What Render has left for requests that are not sent yet. */
  left: number;
  /** When Render counts from nothing again, in milliseconds since 1970. */
  endsAt: number;
  /** Whether an answer has said so, or it is a guess. */
  known: boolean;
  waiting: number;
  /** Whether one of those that wait reports it. */
  told: boolean;
}

/** A waiting time is reported again after this, in milliseconds: an hour without a word would look like a hang. */
const TELL_EVERY = 60_000;
/** The guess at a new count's end, until its first answer says it; and how often is looked for that. */
const [UNKNOWN_END, LOOK_EVERY] = [5_000, 100];
/** What a reset in whole seconds may differ by between two answers of one count, in milliseconds. */
const ROUNDED = 2_000;
/** A reset above this is a time of a clock, in seconds, as Render's page says; what was recorded are seconds left. */
const CLOCK = 1_000_000_000;

/**
 * Holds requests back that Render would refuse for lack of quota. It begins with the first refusal of requests that
 * are counted together; from then on their answers say how many are left, and until when.
 *
 * @see https://api-docs.render.com/reference/rate-limiting
 */
export class Pacing {
  readonly #quotas = new Map<string, Quota>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Returns when the request may be sent. @throws the signal's reason where it is aborted before */
  async turn(
    method: string,
    path: string,
    { signal, tell }: { readonly signal?: AbortSignal | undefined; readonly tell: (words: string) => void },
  ): Promise<void> {
    const counted = countedWith(method, path);
    const quota = this.#quotas.get(counted);
    while (quota !== undefined) {
      if (quota.endsAt <= this.#now()) begin(quota, this.#now());
      if (quota.left > 0) {
        quota.left -= 1;
        return;
      }
      await this.#pause(counted, quota, { signal, tell });
    }
  }

  /** What an answer said; one that says nothing of quota changes nothing. */
  learn(method: string, path: string, told: QuotaTold | undefined, refused: boolean): void {
    if (told === undefined) return;
    const counted = countedWith(method, path);
    const known = this.#quotas.get(counted);
    if (known === undefined && !refused) return;
    const { limit, resets } = told;
    const left = refused ? 0 : told.left;
    const endsAt = this.#now() + resets;
    if (known === undefined)
      this.#quotas.set(counted, { limit, left, endsAt, known: true, waiting: 0, told: false });
    else {
      // Requests on their way are not in an answer's count: within one count, what is known to be left only falls.
      const isAnew = known.known && endsAt > known.endsAt + ROUNDED;
      Object.assign(known, { limit, left: isAnew ? left : Math.min(known.left, left), endsAt, known: true });
    }
  }

  async #pause(
    counted: string,
    quota: Quota,
    { signal, tell }: { readonly signal?: AbortSignal | undefined; readonly tell: (words: string) => void },
  ): Promise<void> {
    if (!quota.known) return wait(LOOK_EVERY, signal);
    const milliseconds = Math.max(0, quota.endsAt - this.#now());
    const tells = !quota.told;
    quota.waiting += 1;
    quota.told = true;
    const number = quota.waiting === 1 ? "1 request waits" : `${quota.waiting} requests wait`;
    if (tells)
      tell(
        `Render takes ${quota.limit} ${counted} at a time: ${number}, the next is sent in ${words(milliseconds)}`,
      );
    try {
      await wait(Math.min(milliseconds, TELL_EVERY), signal);
    } finally {
      quota.waiting -= 1;
      if (tells) quota.told = false;
    }
  }
}

const KNOWN = new Map<string, Pacing>();

/** The pacing of all clients of one key in this process: Render counts them together. */
export function pacingOf(host: string, apiKey: string): Pacing {
  const at = `${host}\n${apiKey}`;
  const known = KNOWN.get(at) ?? new Pacing();
  KNOWN.set(at, known);
  return known;
}

/** What `Ratelimit-Limit`, `Ratelimit-Remaining` and `Ratelimit-Reset` say; undefined where one cannot be read. */
export function quotaIn(headers: Headers, now: number): QuotaTold | undefined {
  const [limit, left, reset] = ["limit", "remaining", "reset"].map((name) => {
    const text = headers.get(`ratelimit-${name}`)?.trim() ?? "";
    return /^\d+$/.test(text) ? Number(text) : undefined;
  });
  if (limit === undefined || limit === 0 || left === undefined || reset === undefined) return undefined;
  return { limit, left, resets: reset > CLOCK ? Math.max(0, reset * 1000 - now) : reset * 1000 };
}

/** A new count: those who waited begin it, and the first answer says when it ends. */
function begin(quota: Quota, now: number): void {
  Object.assign(quota, { left: quota.limit, endsAt: now + UNKNOWN_END, known: false });
}

function countedWith(method: string, path: string): string {
  for (const [name, ofMethod, ofPath] of COUNTED_TOGETHER) {
    const found = ofMethod.test(method) ? ofPath.exec(path) : null;
    if (found !== null) return found[1] === undefined ? name : `${name} ${found[1]}`;
  }
  return "other changes";
}

function words(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
