/**
 * The knowledge, pure: ports, connection URLs, drivers, placeholders, facts, findings, what a rule is.
 */
export type { OnlyWhere } from "./code-fact";
export * from "./connection-url";
export * from "./connections";
export * from "./driver";
export * from "./edit";
export * from "./fact";
export * from "./finding";
export * from "./knowable";
export * from "./nearest";
export * from "./place";
export * from "./placeholder";
export * from "./port";
export * from "./redaction";
export * from "./rule";
export type { ServiceType } from "./service-type";
export * from "./severity";
export * from "./start-command";
export { ASYNCPG_PARAMETERS, LIBPQ_PARAMETERS } from "./url-parameters";
export * from "./variables";
