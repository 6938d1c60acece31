import path from "node:path";
import envPaths from "env-paths";

/** The folder of builds and downloads: `PORTCULLIS_CACHE` where set, otherwise the user's cache folder. */
export function cacheDirectory(): string {
  const chosen = process.env.PORTCULLIS_CACHE;
  return chosen === undefined || chosen === ""
    ? envPaths("portcullis", { suffix: "" }).cache
    : path.resolve(chosen);
}
