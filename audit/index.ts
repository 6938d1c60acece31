/**
 * Files of a repository become facts, one reader a format, and are judged by the rules: no account, no network.
 */
export type { Reader, Reading } from "./reader";
export { READERS } from "./readers";
export type { ReadProblem, SourceFile } from "./source-file";
