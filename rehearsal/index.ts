/**
 * What the stacks are rehearsed with on one machine: the sample service and its Python environment.
 */
export * from "./virtual-environment";
