/**
 * What any program needs of its machine: a folder's lock, a file written as a whole, processes and their groups, a port.
 */
export { writeWhole } from "./atomic-write";
export { freePort } from "./free-port";
export { FolderHeldError, holdFolder } from "./lock";
export { isRunning, signalGroup } from "./process";
export { watchPeer } from "./watch-peer";
