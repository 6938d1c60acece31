/**
 * The package portcullis-rehearsal: what a rehearsal needs on one machine (the embedded Render, pooler and PostgreSQL,
 * the sample service and its Python environment), and the engine's build from Go modules.
 */
import path from "node:path";
import packageJson from "./package.json";
import { PACKAGE_FOLDER } from "./package-folder";

export { buildEngine } from "./engine";
export { startHostedPostgres } from "./hosted-postgres";
export { type Generation, type Pooler, startPooler } from "./pooler";
export type { Postgres } from "./postgres";
export {
  type EmbeddedRender,
  findContainerEngine,
  type HeldRequest,
  type LastLines,
  NO_ENGINE,
  type OtherPort,
  type RenderOptions,
  type Shutdown,
  type Startup,
  startRender,
} from "./render";
export { type EmbeddedSupabase, startSupabase } from "./supabase";
export * from "./virtual-environment";

/** Must be the version of the package portcullis that loads this one. */
export const VERSION = packageJson.version;

/** The service that the sample stacks name, with its requirements.txt. */
export const SAMPLE_SERVICE = path.join(PACKAGE_FOLDER, "service");
