import type { Reader } from "../reader";
import { JAVASCRIPT } from "./javascript";
import { PYTHON } from "./python";
import { RENDER_YAML } from "./render-yaml";

/** Every reader; a file is read by all that accept it. */
export const READERS: readonly Reader[] = [RENDER_YAML, PYTHON, JAVASCRIPT];
