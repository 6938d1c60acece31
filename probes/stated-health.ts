import type { ParsedElementInfo } from "@streamparser/json";
import { JsonReader } from "./json-reader";

/** The fields by which a health check's JSON says whether the service is healthy (draft-inadarei-api-health-check, 3.1; others by use). */
const FIELDS = ["status", "healthy", "ok", "success", "alive"] as const;

/** A health check's answer as plain text is one word (ASP.NET Core's `Unhealthy`), and no more than this is one, in bytes. */
const WORD = 32;

/** What `status` calls a service that fails; Spring Boot's Actuator has `DOWN` and `OUT_OF_SERVICE`. */
const UNHEALTHY = /^(?:fail(?:ed|ing|ure)?|error|down|unhealthy|out_of_service|critical|unavailable|false)$/i;

/** Reads whether a health check's plain text is a word for a service that fails. */
export class StatedWord {
  private text = "";

  add(chunk: Buffer): void {
    if (this.text.length <= WORD) this.text += chunk.subarray(0, WORD + 1).toString("latin1");
  }

  problem(): string | undefined {
    const word = this.text.trim();
    return UNHEALTHY.test(word) ? `it says \`${word}\`` : undefined;
  }

  remark(): undefined {}
}

/** The last part of a path that asks for a service's health, rather than for a page of its own. */
const HEALTH =
  /(?:health|healthz|healthcheck|health-check|livez?|liveness|readyz?|readiness|ping|status|up|heartbeat)\/?$/i;

/** A page where a health check is asked: an application with one page answers so whatever its parts do. */
export class StatedPage {
  constructor(private readonly path: string) {}

  add(_chunk: Buffer): void {}

  problem(): undefined {}

  remark(): string | undefined {
    return HEALTH.test(this.path)
      ? "it is a page, as an application with one page answers at each path"
      : undefined;
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

/** Reads what a health check's JSON, of any size, says of the service by one of its own fields. */
export class StatedHealth extends JsonReader {
  private bad: string | undefined;
  private badPart: string | undefined;
  private badParts = 0;

  constructor() {
    super([...FIELDS.map((field) => `$.${field}`), ...PART_PATHS, ...WORD_PATHS]);
  }

  protected override take({ value, key, stack }: ParsedElementInfo): void {
    if (typeof key !== "string") return;
    const word = typeof value === "string" && UNHEALTHY.test(value);
    if (!word && value !== false) return;
    const places = [...stack.slice(1).map((each) => each.key), key];
    const field = FIELDS.some((each) => each === key) && (key === "status" || !word);
    if (places.length === 1) {
      if (field) this.bad ??= said(places, value);
    } else if (field || PARTS.some((part) => part === places.at(-2))) {
      this.badPart ??= said(places, value);
      this.badParts += 1;
    }
  }

  /** What it says against the service; undefined where that is nothing, or it is no JSON. */
  problem(): string | undefined {
    return this.broken || this.bad === undefined ? undefined : `its JSON says ${this.bad}`;
  }

  /** What it says of a part of the service, which is healthy by its own account. */
  remark(): string | undefined {
    if (this.broken || this.badPart === undefined) return undefined;
    return `its JSON says ${this.badPart}${this.badParts === 1 ? "" : `, and ${this.badParts - 1} more`}`;
  }
}
