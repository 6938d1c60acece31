/** Builds the Pulumi CLI and its plugins from Go modules, for machines that reach package registries only. */
export { buildEngine } from "./build";
