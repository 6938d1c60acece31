import { diskOf } from "../../domain/disk";
import { type Fact, factsOf } from "../../domain/fact";
import type { OriginFact } from "../../domain/origin-fact";
import { nameOfImage } from "../../domain/published-images";
import type { Verdict } from "../../domain/rule";
import { isSet } from "../../domain/variables";
import { type Judged, verdictOf } from "../../domain/verdict";

/** An image of a database that makes a new one only with a password, or with a word that there is none. */
interface Image {
  /** Without Docker Hub's own address and `library/`. */
  readonly names: readonly string[];
  readonly anyOf: readonly string[];
  /** Where it asks for it alone: with one of these. */
  readonly onlyWith?: readonly string[];
}

const of = (name: string): readonly string[] => [name, `${name}_FILE`];

/** Each image's page at Docker Hub, read 2026-11-30: "Environment Variables". */
const IMAGES: readonly Image[] = [
  {
    names: ["postgres", "postgis/postgis", "pgvector/pgvector", "timescale/timescaledb"],
    anyOf: [...of("POSTGRES_PASSWORD"), "POSTGRES_HOST_AUTH_METHOD"],
  },
  {
    names: ["mysql"],
    anyOf: [...of("MYSQL_ROOT_PASSWORD"), "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"],
  },
  {
    names: ["mariadb"],
    anyOf: ["MARIADB", "MYSQL"].flatMap((made) => [
      ...of(`${made}_ROOT_PASSWORD`),
      `${made}_ROOT_PASSWORD_HASH`,
      `${made}_ALLOW_EMPTY_ROOT_PASSWORD`,
      `${made}_ALLOW_EMPTY_PASSWORD`,
      `${made}_RANDOM_ROOT_PASSWORD`,
    ]),
  },
  {
    names: ["mongo"],
    anyOf: of("MONGO_INITDB_ROOT_PASSWORD"),
    onlyWith: of("MONGO_INITDB_ROOT_USERNAME"),
  },
  // pgadmin.org/docs: container deployment (read 2026-12-01)
  { names: ["dpage/pgadmin4"], anyOf: of("PGADMIN_DEFAULT_PASSWORD") },
];

/** Databases of images that end before they listen: `superuser password is not specified`. */
export function imagesWithoutPassword(facts: readonly Fact[]): Verdict {
  return verdictOf(factsOf(facts, "origin").flatMap((origin) => judged(origin, facts)));
}

function judged({ of: what, url, place, service }: OriginFact, facts: readonly Fact[]): readonly Judged[] {
  if (what !== "image") return [];
  if (!url.known) return [{ place, why: url.why }];
  if (place.source !== "resource") return [];
  // A command of one's own, such as `psql` for a job, starts no database.
  if (factsOf(facts, "start-command").some((one) => one.service === service && one.command.known)) return [];
  const name = url.value.trim().replace(/[:@].*$/, "");
  const image = IMAGES.find(({ names }) => names.includes(nameOfImage(url.value)));
  if (image === undefined) return [];
  const subject = service === undefined ? {} : { service };
  const drawn = factsOf(facts, "generated-value").map((one) => one.name);
  if (image.onlyWith?.every((one) => !isSet(facts, subject, one)) === true) return [];
  if (image.anyOf.some((one) => drawn.includes(one) || isSet(facts, subject, one))) return [];
  const [first = ""] = image.anyOf;
  if (diskOf(facts, service) !== undefined)
    return [{ place, why: `without ${first} ${name} makes no new database: its disk may have one already` }];
  return [
    {
      place,
      ...(service !== undefined && { service }),
      what: "variables of the image",
      expected: `${first}, without which ${name} ends at its first start`,
      got: "none",
      fix: `Set ${first} as a secret.`,
    },
  ];
}
