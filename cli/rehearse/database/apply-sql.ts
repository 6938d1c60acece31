import { Client } from "pg";
import { lineAt } from "../../../domain/text-place";
import type { Postgres } from "../../../rehearsal/index";
import type { SqlFile } from "./sql-files";

/** One statement that PostgreSQL refused, with the file and line that it is in. */
export class SqlProblem extends Error {}

interface Refusal {
  readonly message: string;
  readonly code?: string;
  /** Where in the text the statement is wrong, counted from 1. */
  readonly position?: string;
  readonly hint?: string;
}

/** A database of a server. */
export interface SqlTarget {
  readonly server: Postgres;
  readonly database: string;
}

/**
 * Applies files in their order, each as one transaction, as the project's owner.
 *
 * @throws SqlProblem for the first statement that is refused: what was applied before it stays, nothing of its file does
 */
export async function applySql(
  { server: { host, port, adminUser: user, adminPassword: password }, database }: SqlTarget,
  files: readonly SqlFile[],
  signal: AbortSignal,
): Promise<void> {
  if (files.length === 0) return;
  const client = new Client({ host, port, user, password, database });
  client.on("error", () => undefined); // A statement that runs then fails by itself.
  await client.connect();
  const end = (): void => void client.end().catch(() => undefined);
  signal.addEventListener("abort", end, { once: true });
  try {
    for (const file of files) await applyOne(client, file, files);
  } finally {
    signal.removeEventListener("abort", end);
    await client.end();
    signal.throwIfAborted();
  }
}

async function applyOne(client: Client, file: SqlFile, files: readonly SqlFile[]): Promise<void> {
  try {
    // Several statements in one query are one transaction.
    await client.query(file.text);
    // A file may leave a setting or a transaction of its own behind.
    await client.query("ROLLBACK; RESET ALL; RESET ROLE");
  } catch (cause) {
    const before = files.slice(0, files.indexOf(file)).length;
    throw new SqlProblem(sentence(file, cause as Refusal, before), { cause });
  }
}

function sentence({ name, text }: SqlFile, refusal: Refusal, before: number): string {
  const { message, code, position, hint } = refusal;
  const line = position === undefined ? "" : `:${lineAt(text, Number(position) - 1)}`;
  const [, extension] = /^extension "(.+)" is not available$/.exec(message) ?? [];
  if (extension !== undefined) {
    const at = lineOf(text, extension);
    return (
      `${name}${at}: the extension ${extension} is not part of the embedded PostgreSQL, so what needs it cannot be ` +
      "rehearsed on this machine."
    );
  }
  const applied =
    before === 0
      ? ""
      : before === 1
        ? " The one before it is applied."
        : ` The ${before} before it are applied.`;
  return `${name}${line}: PostgreSQL says: ${message} (${code ?? "no code"}).${hint ? ` ${hint}` : ""} Nothing of this file is applied.${applied} Correct it, then rehearse again: each rehearsal begins with an empty database.`;
}

/** The line that creates the extension: PostgreSQL names no position for one that it lacks. */
function lineOf(text: string, extension: string): string {
  const at = text
    .split("\n")
    .findIndex((line) => /create\s+extension/i.test(line) && line.includes(extension));
  return at < 0 ? "" : `:${at + 1}`;
}
