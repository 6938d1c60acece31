export type { Address } from "./address";
export {
  type Dialect,
  LIBPQ,
  NET_URL,
  NODE_POSTGRES,
  PARSE_URL,
  POSTGRES_JS,
  RUBY_URI,
  SQLALCHEMY,
  URLLIB,
  WHATWG,
} from "./dialect";
export { formatConnectionUrl } from "./format";
export { type StrangeWord, strangeWords } from "./npgsql-words";
export { hasCutPart, MAX_AUTO_PREPARE, MAX_POOL_SIZE } from "./pairs";
export { type ConnectionUrl, looksLikeConnectionUrl, type ParsedUrl, parseConnectionUrl } from "./parse";
export type { UrlProblem } from "./problem";
export { type Target, targetsOf } from "./target";
export { hasSlashlessScheme, isOfFramework, type WrittenForm, writtenForm } from "./written-form";
