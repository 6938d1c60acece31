/**
 * The Render provider: a plugin over Render's REST API, one file per resource, and `sdk/` for programs.
 */
export { KINDS } from "./resources";
