import type { Port } from "../../domain";

/** Render's default for PORT (render.com/docs/environment-variables). */
export const RENDER_DEFAULT_PORT = 10_000 as Port;

/**
 * render.com/docs/private-network (read 2026-11-28) excludes 10000 beside the ports that are reserved;
 * render.com/docs/blueprint-spec shows a private service at that port, and so do Render's recorded answers.
 */
export const DOUBTFUL_PRIVATE_PORTS: readonly number[] = [RENDER_DEFAULT_PORT];

/** Ports that a web service on Render can never use (render.com/docs/web-services, port binding). */
export const RESERVED_PORTS: readonly number[] = [18_012, 18_013, 19_099];
