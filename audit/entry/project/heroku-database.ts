import path from "node:path";
import type { Fact } from "../../../domain";
import { lineAt } from "../../../domain/text-place";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { Entry } from "../entry";
import { type Project, subjectOf } from "./project";

/** SQLAlchemy's engine, or Flask-SQLAlchemy's setting, with the variable's text as it is. */
const ENGINE =
  /(?:\bcreate_engine\(\s*|["']SQLALCHEMY_DATABASE_URI["']\]\s*=\s*)os\.(?:environ\[\s*["']DATABASE_URL["']\s*\]|(?:environ\.get|getenv)\(\s*["']DATABASE_URL["']\s*(?:,\s*["'][^"'\n]*["']\s*)?\))(?!\s*[.+%[])/;
/** What may make another text of it. */
const CHANGES =
  /postgres(?:ql)?(?:\+\w+)?:|["']postgres|\.replace\(|\bre\.sub\b|removeprefix|startswith|make_url|environ\[["']DATABASE_URL["']\]\s*=[^=]|environ\.(?:update|setdefault)|putenv/;

/** A pool or a client of pg with the variable alone, or with settings that are written out. */
const POOL = /\bnew\s+(?:pg\.)?(?:Pool|Client)\(\s*(?:process\.env\.DATABASE_URL\s*\)|\{([^{}()]*)\}\s*\))/;
const OF_PG = /\bfrom\s+["']pg["']|\brequire\(\s*["']pg["']\s*\)/;
const ENCRYPTS = /ssl|NODE_TLS/i;

/**
 * Code that takes the URL of Heroku's PostgreSQL as it is. The URL begins with `postgres://`, and the server takes
 * encrypted connections alone (devcenter.heroku.com/articles/connecting-heroku-postgres, 30 November 2026).
 */
export function herokuDatabase(project: Project, { reach }: Entry): readonly Fact[] {
  const { repository } = project;
  if (reach === undefined || !hasDatabase(repository)) return [];
  const files = [...reach.files];
  const found = [...ofSqlalchemy(files, project), ...ofPg(files, project)];
  return found.length === 0 || isSetElsewhere(project) ? [] : found;
}

const hasDatabase = (repository: Repository): boolean =>
  ["app.json", "heroku.yml"].some((file) => /heroku-postgresql/.test(repository.text(file) ?? ""));

/** Whether a start command, a script or a file that a shell loads speaks of the variable. */
function isSetElsewhere({ repository, start, facts }: Project): boolean {
  return (
    facts.some((fact) => fact.kind === "variable" && /^(?:DATABASE_URL|PGSSLMODE)$/.test(fact.name)) ||
    (start.command.known && SETS.test(start.command.value)) ||
    isInScript(repository)
  );
}

const SETS = /DATABASE_URL|PGSSLMODE/;

const isInScript = oncePerRepository((repository): boolean =>
  [...repository.ending(".sh"), ...repository.named("Procfile"), ...repository.named(".profile")].some(
    (file) => SETS.test(repository.text(file) ?? ""),
  ),
);

/** Whether any code may make another URL of it. */
const isChanged = oncePerRepository((repository): boolean =>
  repository
    .ending(".py")
    .map((file) => repository.text(file) ?? "")
    .some((text) => /DATABASE_URL|postgres/.test(text) && CHANGES.test(text)),
);

const OF_NODE = [".js", ".mjs", ".cjs", ".ts", ".mts", ".json"];

/** Whether any code or settings speak of encryption. */
const isEncrypted = oncePerRepository((repository): boolean =>
  OF_NODE.flatMap((end) => repository.ending(end))
    .filter((file) => !/lock|node_modules/.test(file))
    .some((file) => ENCRYPTS.test(repository.text(file) ?? "")),
);

function ofSqlalchemy(files: readonly string[], project: Project): readonly Fact[] {
  const { repository } = project;
  const listed = repository.text("requirements.txt") ?? "";
  const isOld = /^sqlalchemy\b[^\n]*(?:[=~]=\s*(?:0|1\.[0-3])\b|<=?\s*1\.)/im.test(listed);
  if (!/^sqlalchemy\b/im.test(listed) && !/^flask-sqlalchemy\s*[=~>]=\s*[3-9]/im.test(listed)) return [];
  if (isOld || isChanged(repository)) return [];
  return files
    .filter((file) => file.endsWith(".py"))
    .flatMap((file) =>
      found(ENGINE, file, withoutComments(repository.text(file) ?? "", "#"), project, "scheme of SQLAlchemy"),
    );
}

function ofPg(files: readonly string[], project: Project): readonly Fact[] {
  const { repository } = project;
  if (isEncrypted(repository)) return [];
  return files
    .filter((file) => OF_NODE.includes(path.posix.extname(file)) && OF_PG.test(repository.text(file) ?? ""))
    .flatMap((file) => {
      const text = withoutComments(repository.text(file) ?? "", "//");
      const [whole, settings] = POOL.exec(text) ?? [];
      const isWhole =
        settings === undefined ||
        (/\bconnectionString:\s*process\.env\.DATABASE_URL\s*(?:,|$)/.test(settings.trim()) &&
          !settings.includes("..."));
      return whole !== undefined && isWhole ? found(POOL, file, text, project, "encryption of pg") : [];
    });
}

/** Lines of comments alone, emptied. */
function withoutComments(text: string, sign: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim().startsWith(sign) ? "" : line))
    .join("\n");
}

function found(
  pattern: RegExp,
  file: string,
  text: string,
  project: Project,
  of: "scheme of SQLAlchemy" | "encryption of pg",
): readonly Fact[] {
  const match = pattern.exec(text);
  if (match === null) return [];
  const line = lineAt(text, match.index);
  const place = { source: "file", file, line, column: 1 } as const;
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place,
      of,
      by: "DATABASE_URL",
      instead: "DATABASE_URL as Heroku gives it",
    },
  ];
}
