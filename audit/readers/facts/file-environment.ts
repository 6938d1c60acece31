import path from "node:path";
import { environmentKind } from "../../../domain/environment-name";

/**
 * The word in a file's name that is an environment's, such as `prod` of `compose.prod.yml`; undefined where it has
 * none, or words of several. `.env.staging.local` is of staging, as one machine has it.
 */
export function environmentInName(file: string): string | undefined {
  const all = path.posix
    .basename(file)
    .toLowerCase()
    .split(/[^a-z]+/);
  const words = all.filter((word) => word !== "local");
  if (environmentKind(words.join(" ")) === undefined) return all.find((word) => word === "local");
  return words.find((word) => environmentKind(word) !== undefined);
}

/** The kind of environment that the last word of a service's name says, as of `shop-staging`. */
export function environmentInServiceName(name: string): string | undefined {
  const last = /[-_]([a-z]+)$/i.exec(name)?.[1];
  return last === undefined ? undefined : environmentKind(last);
}
