/** The version of Pulumi's SDK and CLI. package.json pins the same one, which a test checks. */
export const SDK_VERSION = "3.259.0";

/** The version of @pulumi/postgresql whose plugin is built; the CLI warns where the two differ. */
export const POSTGRESQL_VERSION = "3.18.1";

/** The oldest Go that compiles the modules. */
export const GO_VERSION = "1.25.0";

/** Compares `a.b.c` numerically: negative, 0 or positive. A leading `v` and what follows a `-` are left out. */
export function compareVersions(left: string, right: string): number {
  const [leftParts, rightParts] = [parts(left), parts(right)];
  const at = leftParts.findIndex((part, index) => part !== rightParts[index]);
  return at < 0 ? 0 : (leftParts[at] ?? 0) - (rightParts[at] ?? 0);
}

function parts(version: string): readonly number[] {
  const [core = ""] = version.replace(/^v/, "").split("-");
  const numbers = core.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [0, 1, 2].map((index) => numbers[index] ?? 0);
}
