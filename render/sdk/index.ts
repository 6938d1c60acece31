export { type EnvVarArgs, WebService, type WebServiceArgs } from "./web-service";
