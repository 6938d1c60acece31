/**
 * What any program needs of its machine: a folder, its lock and its end, the cache, a file written as a whole, processes and their groups, a port, a time limit.
 */
export { writeNew, writeWhole } from "./atomic-write";
export { cacheDirectory } from "./cache-directory";
export { freePort } from "./free-port";
export { endServer, type KeptServer, startServer } from "./kept-server";
export { FolderHeldError, holdFolder } from "./lock";
export { makeFolder } from "./make-folder";
export { OWNER_MARK, ownerEnded, ownerMark } from "./owner";
export { isRunning, signalGroup } from "./process";
export { type FolderWatch, removeAtEnd } from "./remove-at-end";
export { LONGEST_TIMER, timeLimit } from "./time-limit";
export { watchPeer } from "./watch-peer";
