import type { Reader } from "../reader";
import { COMPOSE } from "./compose/reader";
import { DOCKERFILE } from "./dockerfile/reader";
import { ENV_FILE } from "./env-file/reader";
import { ENV_SCHEMA } from "./env-schema/reader";
import { FLY_TOML } from "./fly-toml/reader";
import { GITHUB_WORKFLOW } from "./github-workflow/reader";
import { HEROKU_APP_JSON, HEROKU_YML } from "./heroku/reader";
import { JAVASCRIPT } from "./javascript/reader";
import { LISTENER_READER } from "./listeners/reader";
import { PACKAGE_JSON } from "./package-json/reader";
import { PRISMA_SCHEMA } from "./prisma-schema/reader";
import { MISNAMED_PROCFILE } from "./procfile/misnamed";
import { PROCFILE } from "./procfile/reader";
import { PROJECT_MANIFEST } from "./project-manifest/reader";
import { PYTHON } from "./python/reader";
import { RAILWAY } from "./railway/reader";
import { RENDER_YAML } from "./render-yaml/reader";
import { STACK_FILE_READER } from "./stack-file/reader";

/** Every reader; a file is read by all that accept it. */
export const READERS: readonly Reader[] = [
  COMPOSE,
  DOCKERFILE,
  ENV_FILE,
  ENV_SCHEMA,
  RENDER_YAML,
  PYTHON,
  JAVASCRIPT,
  LISTENER_READER,
  PACKAGE_JSON,
  PROJECT_MANIFEST,
  PROCFILE,
  MISNAMED_PROCFILE,
  STACK_FILE_READER,
  FLY_TOML,
  RAILWAY,
  HEROKU_APP_JSON,
  HEROKU_YML,
  GITHUB_WORKFLOW,
  PRISMA_SCHEMA,
];
