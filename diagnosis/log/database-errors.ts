import type { ErrorLine } from "./error-words";

/** So heavy is an error of the server itself; see `errorWeight`. */
const WEIGHT = 4;
const MAX_ERRORS = 10;
/** PostgreSQL writes an error's DETAIL, HINT, QUERY and CONTEXT before the STATEMENT. */
const STATEMENT_WITHIN = 6;

/** These stop the server, are of its own files, or say what a migration may not make. */
const AT_ANY_TIME =
  /\bPANIC: |\bERROR: +(?:permission denied to create |could not (?:open|access|read|write|extend)\b.{0,40}["'](?:base|global|pg_\w+)\/)/;
/** These are of the server's rights or files, or of one client's statement: what is beside them says which. */
const OF_EITHER = /\bERROR: +(?:permission denied|extension |could not (?:open|access|write|extend))/;

const STARTS = /\bLOG: +(?:starting PostgreSQL|database system was (?:shut down|interrupted))/;
const READY = /\bdatabase system is ready to accept connections\b/;
const STATEMENT = /\bSTATEMENT: /;

/** What the log of a database's own server says of the server: a client's statement that fails is no failure of it. */
export class DatabaseErrors {
  private readonly errors: ErrorLine[] = [];
  private isReady = false;

  /** Takes in the server's next line. Answers whether it is kept, so that the lines after it count. */
  take(text: string, line: number): boolean {
    if (STARTS.test(text)) this.isReady = false;
    if (READY.test(text)) this.isReady = true;
    if (STATEMENT.test(text)) this.forgetStatement(line);
    if (!AT_ANY_TIME.test(text) && (this.isReady || !OF_EITHER.test(text))) return false;
    const said = text.trim();
    // The same words again say nothing more.
    if (this.errors.length >= MAX_ERRORS || this.errors.some((known) => known.text === said)) return false;
    this.errors.push({ line, weight: WEIGHT, text: said });
    return true;
  }

  all(): readonly ErrorLine[] {
    return this.errors;
  }

  private forgetStatement(line: number): void {
    const last = this.errors.at(-1);
    if (last !== undefined && line - last.line <= STATEMENT_WITHIN && !AT_ANY_TIME.test(last.text)) {
      this.errors.pop();
    }
  }
}
