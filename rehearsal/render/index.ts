/**
 * The embedded Render: the REST API that the provider talks to, on 127.0.0.1, whose deploys really build and
 * run the service on this machine, under the stack's own commands and variables.
 */
export type { Fault, FaultHow, Faults } from "./api/faults";
export { DEFAULT_TIMINGS, type RenderOptions, type Timings } from "./options";
export { type EmbeddedRender, startRender } from "./server";
