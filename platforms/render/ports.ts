import type { Port } from "../../domain";

/** Render's default for PORT (render.com/docs/environment-variables). */
export const RENDER_DEFAULT_PORT = 10_000 as Port;

/** Ports that a web service on Render can never use (render.com/docs/web-services, port binding). */
export const RESERVED_PORTS: readonly number[] = [18_012, 18_013, 19_099];
