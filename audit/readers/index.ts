import type { Reader } from "../reader";
import { COMPOSE } from "./compose";
import { DOCKERFILE } from "./dockerfile";
import { ENV_FILE } from "./env-file";
import { FLY_TOML } from "./fly-toml";
import { GITHUB_WORKFLOW } from "./github-workflow";
import { HEROKU_APP_JSON, HEROKU_YML } from "./heroku";
import { JAVASCRIPT } from "./javascript";
import { PACKAGE_JSON } from "./package-json";
import { PRISMA_SCHEMA } from "./prisma-schema";
import { PROCFILE } from "./procfile";
import { PYTHON } from "./python";
import { RAILWAY } from "./railway";
import { RENDER_YAML } from "./render-yaml";
import { STACK_FILE_READER } from "./stack-file";

/** Every reader; a file is read by all that accept it. */
export const READERS: readonly Reader[] = [
  COMPOSE,
  DOCKERFILE,
  ENV_FILE,
  RENDER_YAML,
  PYTHON,
  JAVASCRIPT,
  PACKAGE_JSON,
  PROCFILE,
  STACK_FILE_READER,
  FLY_TOML,
  RAILWAY,
  HEROKU_APP_JSON,
  HEROKU_YML,
  GITHUB_WORKFLOW,
  PRISMA_SCHEMA,
];
