/**
 * The embedded Render: the REST API that the provider talks to, on 127.0.0.1, whose deploys really build and
 * run the service on this machine, under the stack's own commands and variables.
 */
export type { Fault, FaultHow, Faults } from "./api/faults";
export { DEFAULT_TIMINGS, type RenderOptions, type Timings } from "./options";
export { findContainerEngine } from "./runtime/containers/find-engine";
export { NO_ENGINE } from "./runtime/containers/image";
export type { LastLines, Observed, OtherPort } from "./runtime/examination";
export type { Startup } from "./runtime/instances/instance";
export type { HeldRequest } from "./runtime/instances/request-in-flight";
export type { Shutdown } from "./runtime/instances/shutdown";
export { type EmbeddedRender, type Examine, startRender } from "./server";
