import path from "node:path";
import { type Fact, unknown } from "../domain";
import type { ServiceOfCode } from "../domain/service-of-code";

/**
 * Why an image's folder is not known: its Dockerfile is at the path that is written from the repository's top, and not from
 * the service's root directory. Render's pages do not say which of the two it reads then (render.com/docs/monorepo-support).
 */
export function whyFromElsewhere(
  { runtime, rootDirectory = "", dockerfilePath = "./Dockerfile" }: ServiceOfCode,
  paths: readonly string[],
): string | undefined {
  const root = path.posix.normalize(rootDirectory.replace(/^\/+/, "") || ".");
  if (runtime !== "docker" || root === ".") return undefined;
  const written = path.posix.normalize(dockerfilePath.replace(/^\/+/, ""));
  const isBelow = paths.includes(path.posix.join(root, written));
  return isBelow || !paths.includes(written)
    ? undefined
    : `its Dockerfile is outside of the root directory ${root}, and Render may look for it there`;
}

/** What is not here, where the checkout is not what is built: it may be there. */
export function unsureIf(fact: Fact, why: string | undefined): readonly Fact[] {
  if (why === undefined) return [fact];
  switch (fact.kind) {
    case "application": {
      const { otherForm: _, ...itself } = fact;
      const missing = fact.missing.known && fact.missing.value === "nothing" ? fact.missing : unknown(why);
      return [{ ...itself, missing }];
    }
    case "requirement":
      return [{ ...fact, listed: fact.listed.known && fact.listed.value ? fact.listed : unknown(why) }];
    case "missing-file":
    case "missing-script":
      return [
        { ...fact, unsure: `${fact.kind === "missing-file" ? fact.file : fact.script} is not here; ${why}` },
      ];
    case "runtime":
    case "lock-drift":
    case "misspelt-import":
      return [{ ...fact, unsure: why }];
    case "driver":
      return [{ ...fact, driver: unknown(why), driverSettings: unknown(why) }];
    case "routes":
    case "platform":
      return [];
    default:
      return [fact];
  }
}
