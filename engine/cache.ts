import path from "node:path";
import envPaths from "env-paths";

/** The folder for what is built or downloaded: outside the checkout, `PORTCULLIS_CACHE` where it is set. */
export function cacheDirectory(): string {
  const chosen = process.env.PORTCULLIS_CACHE;
  return chosen === undefined || chosen === ""
    ? envPaths("portcullis", { suffix: "" }).cache
    : path.resolve(chosen);
}
