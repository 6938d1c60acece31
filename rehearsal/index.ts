/**
 * What the stacks are rehearsed with on one machine: the sample service's Python
 * environment, and the embedded Render that runs the service.
 */
export { type EmbeddedRender, type RenderOptions, startRender } from "./render";
export * from "./virtual-environment";
