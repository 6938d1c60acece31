import type { Reader } from "../reader";
import { ENV_FILE } from "./env-file";
import { JAVASCRIPT } from "./javascript";
import { PYTHON } from "./python";
import { RENDER_YAML } from "./render-yaml";

/** Every reader; a file is read by all that accept it. */
export const READERS: readonly Reader[] = [ENV_FILE, RENDER_YAML, PYTHON, JAVASCRIPT];
