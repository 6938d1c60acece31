export { assignedVariables } from "./assigned";
export { gunicornConfiguration } from "./gunicorn-configuration";
export { isLoopback } from "./loopback";
export {
  isUnreachable,
  type Listener,
  readStart,
  readStartCommand,
  type StartCommand,
  type StartReading,
  type VariableLookup,
} from "./read";
export { scriptOf } from "./script";
export type { CommandPort } from "./server";
export { startedFile } from "./started-file";
export { type UnknownAddress, unknownAddress } from "./unknown-address";
