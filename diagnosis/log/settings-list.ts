/** A setting that a list of the log names, and what is wrong with it. */
export interface ListedSetting {
  readonly line: number;
  readonly text: string;
  readonly name: string;
  readonly wrong: "missing" | "invalid";
}

/** The line above a list of variables, one a line: envalid's, dotenv-safe's, and most hand-written checks. */
const HEADING =
  /(?:variables?|vars?|settings)\b.{0,80}\b(?:missing|not present|not set|undefined|unset|required|not defined|must be set)\b.{0,40}:\W*$|\b(?:missing|required|undefined|unset|invalid)\b.{0,40}\b(?:environment|env)\b.{0,20}(?:variables?|vars?)\b\W*$/i;
const SAYS_INVALID = /\binvalid\b/i;
const ENTRY =
  /^[\s\-*•·>✖❌]*[`'"]?(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z][A-Z0-9]{2,}(?=[`'"]?(?::|$)))[`'"]?\b(?<rest>.*)$/;

/** Where zod's issues begin, as JSON or as Node prints objects. */
const ISSUES = /\bZodError: \[$|variables?:? \[$/i;
const PATH = /["']?path["']?: \[ ?(?:["'](?<name>\w+)["'])?/;
const NEXT_OF_PATH = /^\s+["'](?<name>\w+)["'],?$/;
const IS_MISSING = /received["']?: ["']undefined|received undefined|["']Required["']/;
const PRETTY = /^\s*✖ (?<words>.*)$/;
const AT = /^\s*→ at (?<name>[A-Z][A-Z0-9_]+)$/;
/** A variable is written so; another path is of a request, or of a nested setting. */
const VARIABLE = /^[A-Z][A-Z0-9_]+$/;

const MAX_LINES = 60;
const MAX_SETTINGS = 12;

/** Reads lists of settings that are missing or wrong, which programs print over several lines. */
export class SettingsList {
  private kind: "none" | "entries" | "issues" = "none";
  private wrong: ListedSetting["wrong"] = "missing";
  private since = 0;
  private words = "";
  private inPath = false;
  private issue: { name: string | undefined; missing: boolean } = { name: undefined, missing: false };
  private readonly found = new Map<string, ListedSetting>();

  /** Whether the next lines may belong to a list. */
  add(text: string, line: number): boolean {
    if (ISSUES.test(text)) return this.begin("issues", line);
    if (HEADING.test(text)) {
      this.wrong = SAYS_INVALID.test(text) ? "invalid" : "missing";
      return this.begin("entries", line);
    }
    const pretty = PRETTY.exec(text)?.groups?.words;
    if (pretty !== undefined) this.words = pretty;
    const at = AT.exec(text)?.groups?.name;
    if (at !== undefined && this.words !== "") {
      this.note(at, /received undefined|required/i.test(this.words) ? "missing" : "invalid", text, line);
    }
    if (this.kind === "none") return pretty !== undefined;
    if (line - this.since > MAX_LINES) this.kind = "none";
    else if (this.kind === "issues") this.takeIssue(text, line);
    else this.takeEntry(text, line);
    return this.kind !== "none";
  }

  all(): readonly ListedSetting[] {
    return [...this.found.values()];
  }

  private begin(kind: "entries" | "issues", line: number): boolean {
    Object.assign(this, { kind, since: line, inPath: false, issue: { name: undefined, missing: false } });
    return true;
  }

  private takeEntry(text: string, line: number): void {
    const { name, rest = "" } = ENTRY.exec(text)?.groups ?? {};
    if (name === undefined) {
      if (text.trim() !== "") this.kind = "none";
      return;
    }
    const wrong = /:? (?:undefined|Required|is missing|is required)/i.test(rest) ? "missing" : this.wrong;
    this.note(name, wrong, text, line);
  }

  private takeIssue(text: string, line: number): void {
    if (/^\]/.test(text)) {
      this.kind = "none";
      return;
    }
    if (IS_MISSING.test(text)) this.issue.missing = true;
    const begun = PATH.exec(text);
    const name = begun?.groups?.name ?? (this.inPath ? NEXT_OF_PATH.exec(text)?.groups?.name : undefined);
    this.inPath = begun !== null && begun.groups?.name === undefined;
    if (name !== undefined) this.issue.name = name;
    if (!/\}\W*$/.test(text)) return;
    const { name: said, missing } = this.issue;
    if (said !== undefined && VARIABLE.test(said))
      this.note(said, missing ? "missing" : "invalid", said, line);
    this.issue = { name: undefined, missing: false };
  }

  private note(name: string, wrong: ListedSetting["wrong"], text: string, line: number): void {
    if (this.found.size >= MAX_SETTINGS || this.found.has(name)) return;
    this.found.set(name, { line, text: text.trim(), name, wrong });
  }
}
