export { EnvGroup, type EnvGroupArgs } from "./env-group";
export { EnvGroupLink, type EnvGroupLinkArgs } from "./env-group-link";
export { Project, type ProjectArgs, type ProjectEnvironmentArgs } from "./project";
export { Provider, type ProviderArgs } from "./provider";
export type { EnvVarArgs, IpAllowListArgs, SecretFileArgs } from "./variables";
export { WebService, type WebServiceArgs } from "./web-service";
export type { DockerArgs, ImageArgs, NativeRuntimeArgs, RuntimeSourceArgs } from "./web-service-source";
