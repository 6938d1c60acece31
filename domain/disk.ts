import { type Fact, factsOf } from "./fact";

/** The folder at which a service's disk is; undefined where it has none, or where that is not known. */
export function diskOf(facts: readonly Fact[], service: string | undefined): string | undefined {
  const disk = factsOf(facts, "manifest-part").find((one) => one.part === "disk" && one.service === service);
  const mountPath = disk?.fields.get("mountPath")?.text?.replace(/\/+$/, "");
  return mountPath !== undefined && /^\/./.test(mountPath) ? mountPath : undefined;
}
