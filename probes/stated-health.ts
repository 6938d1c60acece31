import type { ParsedElementInfo } from "@streamparser/json";
import { JsonReader } from "./json-reader";
import { FIELDS, NOT_YET, PARTLY, type Stated, UNHEALTHY } from "./stated-words";

/** By which frameworks repeat an answer's status in its body (NestJS, Fastify, Boom). */
const STATUSES = ["status", "statusCode", "status_code"] as const;

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

/** Objects that an API puts around each of its answers. */
const WRAPPERS: ReadonlySet<string> = new Set(["body", "data", "payload", "response", "result"]);

function stateIn(name: string, value: unknown): "bad" | "late" | "partly" | "well" {
  if (typeof value === "number" && STATUSES.some((each) => each === name))
    return value >= 400 && value <= 599 ? "bad" : "well";
  if (typeof value === "string" && name === "status") {
    if (UNHEALTHY.test(value)) return "bad";
    if (NOT_YET.test(value)) return "late";
    return PARTLY.test(value) ? "partly" : "well";
  }
  if (value !== false || !FIELDS.some((each) => each === name)) return "well";
  return name === "ready" ? "late" : "bad";
}

/** Reads what a health check's JSON, of any size, says of the service by one of its own fields. */
export class StatedHealth extends JsonReader implements Stated {
  /** Of two fields of one name the later one counts, as parsers have it (RFC 8259, section 4). */
  private readonly own = new Map<
    string,
    { readonly is: "bad" | "late" | "partly" | "well"; readonly words: string }
  >();
  /** What a wrapper's only object says of the whole. */
  private wrapped: string | undefined;
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
    if (places.length === 2 && key === "status" && word && WRAPPERS.has(String(places[0])))
      this.wrapped = said(places, value);
    const field = FIELDS.some((each) => each === key) && (key === "status" || !word);
    if (field || PARTS.some((part) => part === places.at(-2))) {
      this.badPart ??= said(places, value);
      this.badParts += 1;
    }
  }

  /** One of the fields by which the whole is judged. */
  private takeOwn(value: unknown, key: string): void {
    const name = `${key[0]?.toLowerCase()}${key.slice(1)}`;
    this.own.set(name, { is: stateIn(name, value), words: said([key], value) });
  }

  private first(is: "bad" | "late" | "partly"): string | undefined {
    return [...this.own.values()].find((each) => each.is === is)?.words;
  }

  /** Whether the values are read as JSON has them. */
  get isJson(): boolean {
    return !this.broken;
  }

  /** What it says against the service; undefined where that is nothing, or it is no JSON. */
  problem(): string | undefined {
    if (this.broken) return undefined;
    const bad = this.first("bad");
    if (bad !== undefined) return `its JSON says ${bad}`;
    return this.errors && !this.data ? "its JSON has `errors`, and no `data`" : undefined;
  }

  doubt(): string | undefined {
    const late = this.first("late") ?? (this.own.size === 0 ? this.wrapped : undefined);
    return this.broken || late === undefined ? undefined : `its JSON says ${late}`;
  }

  /** What it says of a part of the service, which is healthy by its own account. */
  remark(): string | undefined {
    if (this.broken) return undefined;
    const partly = this.first("partly");
    if (this.badPart === undefined) return partly && `its JSON says ${partly}`;
    return `its JSON says ${this.badPart}${this.badParts === 1 ? "" : `, and ${this.badParts - 1} more`}`;
  }
}
