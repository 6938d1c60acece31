import { DATABASE_CASES } from "./database-cases";
import { ENVIRONMENT_CASES } from "./environment-cases";
import type { Cases } from "./facts";
import { FILE_CASES } from "./file-cases";
import { PLACEHOLDER_CASES } from "./placeholder-cases";
import { PROJECT_CASES } from "./project-cases";
import { SECRET_CASES } from "./secret-cases";
import { SERVICE_CASES } from "./service-cases";

/** Every table of cases, by the rule that is judged. */
export const ALL_CASES: Cases = {
  ...SERVICE_CASES,
  ...DATABASE_CASES,
  ...PLACEHOLDER_CASES,
  ...ENVIRONMENT_CASES,
  ...FILE_CASES,
  ...PROJECT_CASES,
  ...SECRET_CASES,
};
