import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { type Fact, factsOf } from "../domain/fact";
import { MIGRATES } from "../domain/migrations";
import type { Place } from "../domain/place";
import { type Knowledge, rule, type Undecided, type Verdict } from "../domain/rule";
import type { Severity } from "../domain/severity";
import { together } from "../domain/verdict";
import { lostByTools } from "./derived/migration-urls";

/** Prisma 7 has no `directUrl` any more (docs/facts/postgresql.md#p12). */
const FIX =
  "Give migrations the session pooler (port 5432): Prisma up to 6 by `directUrl`, Prisma 7 by `datasource.url` of prisma.config.ts, others by a variable of their own.";

export const databaseDirectForMigrations = rule({
  id: "database/direct-for-migrations",
  severity: "error",
  title: "Migrations have a connection of session mode",
  why: "Migration tools hold locks and settings of a session (Prisma an advisory lock), which transaction mode loses between two statements.",
  fix: FIX,
  reference: "https://supabase.com/docs/guides/database/prisma",
  check: (facts, settings) =>
    // A tool that is given a URL reads no other connection.
    together({ violations: [], undecided: lostByTools(facts, settings) }, withoutSession(facts, settings)),
});

/** Migrations where no connection is known to have a session. */
function withoutSession(facts: readonly Fact[], settings: Knowledge): Verdict {
  const stated = connections(facts).map(({ host, port, place }) => {
    const parts = allKnown(host, port);
    if (!parts.known) return { place, why: parts.why };
    const [name, at] = parts.value;
    return { place, mode: providerOf(name, settings).poolMode({ host: name, port: at }) };
  });
  const [first] = stated;
  // Any other connection may be the migrations' own.
  if (first === undefined || stated.some((one) => "mode" in one && one.mode !== "transaction"))
    return { violations: [], undecided: [] };
  const pending = stated.flatMap(({ place, why }) => (why === undefined ? [] : [{ place, why }]));
  if (pending.length > 0) return { violations: [], undecided: mayFail(facts) ? pending : [] };
  const violations = [...migrationCommands(facts), ...prismaWithoutDirectUrl(facts)].map((found) => ({
    ...found,
    expected: "a connection of session mode",
    got: "transaction mode alone",
    fix: FIX,
    related: [first.place],
  }));
  return { violations: violations.slice(0, 1), undecided: lockedMigrations(facts) };
}

interface Found {
  readonly place: Place;
  readonly what: string;
  readonly severity: Severity;
}

/** Its prepared statements are lost between two connections, or it waits for ever (prisma/orm#22779, #24562). */
const FAILS = /prisma\s+(?:migrate\s+deploy|db\s+push)/;

/**
 * Rails holds an advisory lock of the session around its migrations unless `advisory_locks` is off, in
 * config/database.yml or in the URL (guides.rubyonrails.org/configuring.html, read 2026-11-30).
 */
const RAILS = /(?<![\w./-])(?:\S+\/)?(?:rails|rake)\s+db:(?:migrate|prepare)(?![\w:-])/;

function lockedMigrations(facts: readonly Fact[]): readonly Undecided[] {
  const off = factsOf(facts, "url").some(
    ({ url }) => url.known && /[?&]advisory_locks=false\b/.test(url.value),
  );
  if (off) return [];
  return commands(facts).flatMap(({ command, place }) => {
    const found = command.known ? RAILS.exec(command.value)?.[0] : undefined;
    const why = `\`${found}\` takes an advisory lock, which transaction mode may lose, unless \`advisory_locks\` is false`;
    return found === undefined ? [] : [{ place, why }];
  });
}

/** A variable that code asks for, and that may be the migrations' own though nothing here sets it. */
const OF_MIGRATIONS = /DIRECT|UNPOOLED|NON_POOLING|MIGRAT|SESSION/i;

const commands = (facts: readonly Fact[]) => [
  ...factsOf(facts, "start-command"),
  ...factsOf(facts, "platform-command"),
];

/** Whether a command migrates in a way that transaction mode stops, or may do so. */
const mayFail = (facts: readonly Fact[]): boolean =>
  commands(facts).some(({ command }) => !command.known || FAILS.test(command.value));

function migrationCommands(facts: readonly Fact[]): readonly Found[] {
  const own = factsOf(facts, "wanted-variable").some(({ name }) => OF_MIGRATIONS.test(name));
  return commands(facts).flatMap(({ command, place }) => {
    const found = command.known ? MIGRATES.exec(command.value)?.[0] : undefined;
    return found === undefined
      ? []
      : [{ place, what: `\`${found}\``, severity: FAILS.test(found) && !own ? "error" : "note" }];
  });
}

/** Prisma's schema asks for the variable of `directUrl`, where it has one. */
function prismaWithoutDirectUrl(facts: readonly Fact[]): readonly Found[] {
  const direct = factsOf(facts, "wanted-variable").some(
    ({ place }) => place.source === "file" && place.key === "directUrl",
  );
  if (direct) return [];
  return factsOf(facts, "driver").flatMap(({ driver, place }) => {
    const inSchema = place.source === "file" && place.file.endsWith(".prisma");
    return inSchema && driver.known && driver.value === "prisma"
      ? [{ place, what: "Prisma's migrations", severity: "note" }]
      : [];
  });
}
