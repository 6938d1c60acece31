import { run } from "./command";
import type { Offer } from "./offer";
import { compareVersions, SDK_VERSION } from "./versions";

/** The `pulumi` that PATH names, if it is at least as new as the SDK. */
export async function findOnPath({ signal }: { readonly signal: AbortSignal }): Promise<Offer> {
  const result = await run("pulumi", ["version"], {
    cancelSignal: signal,
    timeout: 10_000,
    env: { PULUMI_SKIP_UPDATE_CHECK: "1" },
  });
  if (result.code === "ENOENT") return { why: "no pulumi on PATH" };
  if (result.exitCode !== 0) return { why: "pulumi on PATH does not answer `pulumi version`" };
  const version = result.stdout.trim().replace(/^v/, "");
  if (compareVersions(version, SDK_VERSION) < 0) {
    return { why: `pulumi on PATH is ${version}, expected ${SDK_VERSION} or newer` };
  }
  return { pulumi: "pulumi", version, why: `pulumi ${version} on PATH` };
}
