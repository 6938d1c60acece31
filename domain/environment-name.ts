/** Environments that run on a developer's machine and on no platform, unless the settings say otherwise. */
export const LOCAL_ENVIRONMENTS: readonly string[] = ["local"];

/** The words by which environments are called, one group for each kind. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  production: ["production", "prod", "prd", "live"],
  staging: ["staging", "stage", "stg", "preprod", "uat"],
  development: ["development", "dev", "local"],
  test: ["test", "testing", "qa", "ci"],
};

/** The kind of environment that a name's words say, or undefined where they say none or several. */
export function environmentKind(name: string): string | undefined {
  const words = name.toLowerCase().split(/[^a-z]+/);
  const kinds = Object.keys(KINDS).filter((kind) => KINDS[kind]?.some((word) => words.includes(word)));
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** Whether an environment is by its name for a developer's or a test's machine, which no platform runs. */
export function isLocalEnvironment(name: string): boolean {
  const kind = environmentKind(name);
  return LOCAL_ENVIRONMENTS.includes(name) || kind === "development" || kind === "test";
}
