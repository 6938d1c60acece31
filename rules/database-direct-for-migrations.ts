import { providerOf } from "../databases";
import { connections } from "../domain/connections";
import { type Fact, factsOf } from "../domain/fact";
import { MIGRATES } from "../domain/migrations";
import type { Place } from "../domain/place";
import { rule } from "../domain/rule";

/** Prisma 7 has no `directUrl` any more (docs/facts/postgresql.md#p12). */
const FIX =
  "Give migrations the session pooler (port 5432): Prisma up to 6 by `directUrl`, Prisma 7 by `datasource.url` of prisma.config.ts, others by a variable of their own.";

export const databaseDirectForMigrations = rule({
  id: "database/direct-for-migrations",
  severity: "note",
  title: "Migrations have a connection of session mode",
  why: "Migration tools hold locks and settings of a session (Prisma an advisory lock), which transaction mode loses between two statements.",
  fix: FIX,
  reference: "https://supabase.com/docs/guides/database/prisma",
  preview: false,
  check: (facts, settings) => {
    const pooled = connections(facts).map(({ host, port, place }) => ({
      mode:
        host.known && port.known
          ? providerOf(host.value, settings).poolMode({ host: host.value, port: port.value })
          : undefined,
      place,
    }));
    // Any other connection may be the migrations' own.
    const [first] = pooled;
    if (first === undefined || pooled.some(({ mode }) => mode !== "transaction")) {
      return { violations: [], undecided: [] };
    }
    const violations = [...migrationCommands(facts), ...prismaWithoutDirectUrl(facts)].map((found) => ({
      ...found,
      expected: "a connection of session mode",
      got: "transaction mode alone",
      fix: FIX,
      related: [first.place],
    }));
    return { violations: violations.slice(0, 1), undecided: [] };
  },
});

interface Found {
  readonly place: Place;
  readonly what: string;
}

function migrationCommands(facts: readonly Fact[]): readonly Found[] {
  return [...factsOf(facts, "start-command"), ...factsOf(facts, "platform-command")].flatMap(
    ({ command, place }) => {
      const found = command.known ? MIGRATES.exec(command.value)?.[0] : undefined;
      return found === undefined ? [] : [{ place, what: `\`${found}\`` }];
    },
  );
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
      ? [{ place, what: "Prisma's migrations" }]
      : [];
  });
}
