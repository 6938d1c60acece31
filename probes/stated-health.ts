import type { ParsedElementInfo } from "@streamparser/json";
import { JsonReader } from "./json-reader";

/** The fields by which a health check's JSON says whether the service is healthy (draft-inadarei-api-health-check, 3.1; others by use). */
const FIELDS = ["status", "healthy", "ok", "success", "alive", "ready"] as const;

/** By which frameworks repeat an answer's status in its body (NestJS, Fastify, Boom). */
const STATUSES = ["status", "statusCode", "status_code"] as const;

/** A health check's answer as plain text is one word (ASP.NET Core's `Unhealthy`), and no more than this is one, in bytes. */
const WORD = 32;

/** What `status` calls a service that fails; Spring Boot's Actuator has `DOWN` and `OUT_OF_SERVICE`, gRPC `NOT_SERVING`. */
const UNHEALTHY =
  /^(?:fail(?:ed|ing|ure)?|error|down|unhealthy|out_of_service|critical|unavailable|false|dead|offline|nok|ko|not[ _-]?(?:ok|healthy|serving|alive))$/i;

/** What it is called as long as that may pass. */
const NOT_YET =
  /^(?:not[ _-]?(?:ready|started|yet)|(?:start|initiali[sz]|boot|load|warm)ing(?:[ _-]?up)?|pending)\b/i;

/** What is healthy by its own account, and not all of it. */
const PARTLY = /^(?:degraded|warn(?:ing)?|partial(?:ly)?\b.*)$/i;

/** What reads a health check's answer: it fails, is not decided yet, or has something to say. */
export interface Stated {
  add(chunk: Buffer): void;
  problem(): string | undefined;
  doubt(): string | undefined;
  remark(): string | undefined;
}

/** Reads whether a health check's plain text is a word for a service that fails. */
class StatedWord implements Stated {
  private text = "";

  add(chunk: Buffer): void {
    if (this.text.length <= WORD) this.text += chunk.subarray(0, WORD + 1).toString("utf8");
  }

  private get word(): string {
    return this.text.trim();
  }

  problem(): string | undefined {
    return UNHEALTHY.test(this.word) ? `it says \`${this.word}\`` : undefined;
  }

  doubt(): string | undefined {
    return NOT_YET.test(this.word) && this.text.length <= WORD ? `it says \`${this.word}\`` : undefined;
  }

  remark(): undefined {}
}

/** Reads a text that may be JSON, as frameworks send it that are given no type. */
export class StatedText implements Stated {
  private reader: Stated | undefined;

  add(chunk: Buffer): void {
    const begins = chunk
      .toString("latin1")
      .replace(/^\u00EF\u00BB\u00BF/, "")
      .trimStart();
    if (begins !== "") this.reader ??= begins.startsWith("{") ? new StatedHealth() : new StatedWord();
    this.reader?.add(chunk);
  }

  problem(): string | undefined {
    return this.reader?.problem();
  }

  doubt(): string | undefined {
    return this.reader?.doubt();
  }

  remark(): string | undefined {
    return this.reader?.remark();
  }
}

/** The names of objects whose fields are parts of the service (the same draft, 4; Spring Boot, ASP.NET Core, Terminus). */
const PARTS = [
  "check",
  "checks",
  "component",
  "components",
  "dependencies",
  "details",
  "entries",
  "info",
  "results",
  "service",
  "services",
] as const;

/** Where parts are looked for: Spring Boot nests groups of parts, and the draft has a list for each. */
const PART_PATHS = ["$.*", "$.*.*", "$.*.*.*", "$.*.*.*.*"].flatMap((above) =>
  FIELDS.map((field) => `${above}.${field}`),
);

/** Their fields, and nothing greater: the parser builds what a path leads to. */
const WORD_PATHS = ["$", "$.*"].flatMap((above) => PARTS.map((part) => `${above}.${part}.*`));

/** So many characters of a place are printed. */
const MOST = 80;

const said = (places: readonly (string | number | undefined)[], value: unknown): string => {
  const path = places.reduce<string>(
    (before, each) =>
      typeof each === "number" ? `${before}[${each}]` : before === "" ? String(each) : `${before}.${each}`,
    "",
  );
  return `\`${path.length > MOST ? `${path.slice(0, MOST)}…` : path}\`: \`${String(value)}\``;
};

/** As .NET writes names: with a capital. */
const orCapital = (name: string): readonly string[] => [name, `${name[0]?.toUpperCase()}${name.slice(1)}`];

const OWN_PATHS = [...new Set([...FIELDS, ...STATUSES])].flatMap(orCapital).map((name) => `$.${name}`);

/** Reads what a health check's JSON, of any size, says of the service by one of its own fields. */
export class StatedHealth extends JsonReader implements Stated {
  private bad: string | undefined;
  private late: string | undefined;
  private partly: string | undefined;
  private badPart: string | undefined;
  private badParts = 0;
  // GraphQL has `errors` beside `data`, which is there where anything was answered.
  private errors = false;
  private data = false;

  constructor() {
    super([...OWN_PATHS, ...PART_PATHS, ...WORD_PATHS, "$.errors.*", "$.data.*"]);
  }

  protected override take({ value, key, stack }: ParsedElementInfo): void {
    const places = [...stack.slice(1).map((each) => each.key), key];
    if (places.length === 2 && places[0] === "errors") this.errors = true;
    if (places.length === 2 && places[0] === "data") this.data = true;
    if (typeof key !== "string") return;
    if (places.length === 1) this.takeOwn(value, key);
    const word = typeof value === "string" && UNHEALTHY.test(value);
    if (places.length === 1 || (!word && value !== false)) return;
    const field = FIELDS.some((each) => each === key) && (key === "status" || !word);
    if (field || PARTS.some((part) => part === places.at(-2))) {
      this.badPart ??= said(places, value);
      this.badParts += 1;
    }
  }

  /** One of the fields by which the whole is judged. */
  private takeOwn(value: unknown, key: string): void {
    const name = `${key[0]?.toLowerCase()}${key.slice(1)}`;
    const words = said([key], value);
    if (typeof value === "number" && STATUSES.some((each) => each === name)) {
      if (value >= 400 && value <= 599) this.bad ??= words;
    } else if (typeof value === "string" && name === "status") {
      if (UNHEALTHY.test(value)) this.bad ??= words;
      else if (NOT_YET.test(value)) this.late ??= words;
      else if (PARTLY.test(value)) this.partly ??= words;
    } else if (value === false && name === "ready") this.late ??= words;
    else if (value === false && FIELDS.some((each) => each === name)) this.bad ??= words;
  }

  /** What it says against the service; undefined where that is nothing, or it is no JSON. */
  problem(): string | undefined {
    if (this.broken) return undefined;
    if (this.bad !== undefined) return `its JSON says ${this.bad}`;
    return this.errors && !this.data ? "its JSON has `errors`, and no `data`" : undefined;
  }

  doubt(): string | undefined {
    return this.broken || this.late === undefined ? undefined : `its JSON says ${this.late}`;
  }

  /** What it says of a part of the service, which is healthy by its own account. */
  remark(): string | undefined {
    if (this.broken) return undefined;
    if (this.badPart === undefined) return this.partly && `its JSON says ${this.partly}`;
    return `its JSON says ${this.badPart}${this.badParts === 1 ? "" : `, and ${this.badParts - 1} more`}`;
  }
}
