import type { PolicyConfigSchema } from "@pulumi/policy";
import { type Rule, type RuleSetting, type RuleSettings, STANDARD_PORT } from "../domain";
import { LOCAL_ENVIRONMENTS } from "../domain/environment-name";

type Schemas = PolicyConfigSchema["properties"];

const PORT = { type: "integer", minimum: 1, maximum: 65_535 } as const;

/** Every setting of the rules, as the pack's configuration states it, beside CrossGuard's own enforcementLevel. */
const SCHEMAS = {
  // Without a default: what is set here binds every stack, and where nothing is, a stack may set its own.
  standardPort: PORT,
  // Without a default: each platform keeps its own.
  reservedPorts: { type: "array", items: PORT },
  allow: { type: "array", items: { type: "string" }, default: [] },
  ipv4Projects: { type: "array", items: { type: "string" }, default: [] },
  localEnvironments: { type: "array", items: { type: "string" }, default: [...LOCAL_ENVIRONMENTS] },
} as const satisfies Readonly<Record<Exclude<RuleSetting, "standardPortBinds">, Schemas[string]>>;

/** The schema of one rule's configuration. */
export function configSchemaOf({ settings }: Pick<Rule, "settings">): PolicyConfigSchema {
  return {
    properties: Object.fromEntries(
      settings.flatMap((setting) => (setting === "standardPortBinds" ? [] : [[setting, SCHEMAS[setting]]])),
    ),
  };
}

/** The schema of a policy that runs all rules. */
export function configSchemaOfAll(): Schemas {
  return SCHEMAS;
}

/** By their texts: what is derived from facts is derived once for each object of settings (oncePerFacts). */
const known = new Map<string, RuleSettings>();

const DEFAULTS: RuleSettings = { standardPort: STANDARD_PORT, standardPortBinds: false };

/** What the pack's configuration says, with the defaults for the rest; the same object for the same values. */
export function settingsOf({ getConfig }: { getConfig<T extends object>(): T }): RuleSettings {
  const configured = getConfig<Partial<RuleSettings>>();
  // Of most policies nothing is configured, and each is asked of each resource.
  if (Object.keys(configured).length === 0) return DEFAULTS;
  const standardPortBinds = configured.standardPort !== undefined;
  const settings = {
    ...configured,
    standardPort: configured.standardPort ?? STANDARD_PORT,
    standardPortBinds,
  };
  const text = JSON.stringify(settings);
  const same = known.get(text) ?? settings;
  known.set(text, same);
  return same;
}
