import { BROWSER_CASES } from "./browser-cases";
import { COMPOSE_CASES } from "./compose-cases";
import { DATABASE_CASES } from "./database-cases";
import { ENVIRONMENT_CASES } from "./environment-cases";
import type { Cases } from "./facts";
import { FILE_CASES } from "./file-cases";
import { INTERPOLATION_CASES } from "./interpolation-cases";
import { KIND_CASES } from "./kind-cases";
import { PEER_CASES } from "./peer-cases";
import { PLACEHOLDER_CASES } from "./placeholder-cases";
import { PRIVATE_NETWORK_CASES } from "./private-network-cases";
import { PROJECT_CASES } from "./project-cases";
import { RESOURCE_CASES } from "./resource-cases";
import { SECRET_CASES } from "./secret-cases";
import { SERVICE_CASES } from "./service-cases";
import { STORE_CASES } from "./store-cases";
import { VALUE_CASES } from "./value-cases";

const TABLES: readonly Cases[] = [
  SERVICE_CASES,
  DATABASE_CASES,
  PLACEHOLDER_CASES,
  ENVIRONMENT_CASES,
  FILE_CASES,
  PROJECT_CASES,
  SECRET_CASES,
  INTERPOLATION_CASES,
  COMPOSE_CASES,
  KIND_CASES,
  PEER_CASES,
  PRIVATE_NETWORK_CASES,
  BROWSER_CASES,
  STORE_CASES,
  VALUE_CASES,
  RESOURCE_CASES,
];

/** Every table's cases, by the rule that is judged. */
export const ALL_CASES: Cases = Object.fromEntries(
  TABLES.flatMap(Object.keys).map((id) => [id, TABLES.flatMap((table) => table[id] ?? [])]),
);
