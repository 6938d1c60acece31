export { formatConnectionUrl } from "./format";
export {
  type ConnectionUrl,
  looksLikeConnectionUrl,
  type ParsedUrl,
  parseConnectionUrl,
  type UrlProblem,
} from "./parse";
