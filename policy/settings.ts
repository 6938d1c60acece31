import type { PolicyConfigSchema } from "@pulumi/policy";
import { LOCAL_ENVIRONMENTS, type RuleSettings, STANDARD_PORT } from "../domain";
import { RESERVED_PORTS } from "../platforms/render/ports";

type Schemas = PolicyConfigSchema["properties"];

const PORT = { type: "integer", minimum: 1, maximum: 65_535 } as const;

/** Every setting of the rules, as the pack's configuration states it, beside CrossGuard's own enforcementLevel. */
const SCHEMAS = {
  standardPort: { ...PORT, default: STANDARD_PORT },
  reservedPorts: { type: "array", items: PORT, default: [...RESERVED_PORTS] },
  allow: { type: "array", items: { type: "string" }, default: [] },
  ipv4Projects: { type: "array", items: { type: "string" }, default: [] },
  localEnvironments: { type: "array", items: { type: "string" }, default: [...LOCAL_ENVIRONMENTS] },
} as const satisfies Schemas;

type Setting = keyof typeof SCHEMAS & keyof RuleSettings;

/** Which rule reads which setting; a rule that reads none can still have its enforcement level set. */
const READ_BY: Readonly<Record<string, readonly Setting[]>> = {
  "port/standard": ["standardPort"],
  "port/agreement": ["standardPort"],
  "port/reserved": ["standardPort", "reservedPorts"],
  "port/privileged": ["standardPort", "localEnvironments"],
  "port/hard-coded": ["localEnvironments"],
  "database/local-host": ["localEnvironments"],
  "database/ipv6-only-host": ["ipv4Projects", "localEnvironments"],
  "service/start-builds": ["localEnvironments"],
  "environment/placeholder": ["allow"],
  "environment/debug-in-production": ["localEnvironments"],
  "environment/platform-owned": ["localEnvironments"],
};

/** The schema of one rule's configuration. */
export function configSchemaOf(ruleId: string): PolicyConfigSchema {
  const settings = READ_BY[ruleId] ?? [];
  return { properties: Object.fromEntries(settings.map((setting) => [setting, SCHEMAS[setting]])) };
}

/** The schema of a policy that runs all rules. */
export function configSchemaOfAll(): Schemas {
  return SCHEMAS;
}

/** What the pack's configuration says, with the defaults for the rest. */
export function settingsOf({ getConfig }: { getConfig<T extends object>(): T }): RuleSettings {
  return { standardPort: STANDARD_PORT, ...getConfig<Partial<RuleSettings>>() };
}
