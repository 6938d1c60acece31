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
}

/** Reads what a health check's JSON, of any size, says of the service by one of its own fields. */
export class StatedHealth extends JsonReader {
  private bad: { readonly field: string; readonly value: string } | undefined;

  constructor() {
    super(FIELDS.map((field) => `$.${field}`));
  }

  protected override take({ value, key, stack }: ParsedElementInfo): void {
    if (stack.length !== 1 || typeof key !== "string") return;
    const isBad = value === false || (key === "status" && typeof value === "string" && UNHEALTHY.test(value));
    if (isBad) this.bad ??= { field: key, value: String(value) };
  }

  /** What it says against the service; undefined where that is nothing, or it is no JSON. */
  problem(): string | undefined {
    if (this.broken || this.bad === undefined) return undefined;
    return `its JSON says \`${this.bad.field}\`: \`${this.bad.value}\``;
  }
}
