export { gunicornConfiguration } from "./gunicorn-configuration";
export { isLoopback, readStartCommand, type StartCommand, type VariableLookup } from "./read";
export { scriptOf } from "./script";
export type { CommandPort } from "./server";
export { startedFile } from "./started-file";
