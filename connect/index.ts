/**
 * Whether a database can be reached, by every way that it has: names, routes, TLS, login, and what a connection keeps.
 * It asks and compares; a command prints.
 */
export { askWays } from "./ask-ways";
export { type Choice, type Client, chooseWay, type Verdict } from "./choose";
export { type Difference, differencesOf } from "./differences";
export type { Asking, DatabaseQuestion, WayReport } from "./question";
