import type { Dated } from "../../domain/dated";
import type { ManifestPart } from "../../domain/fact";
import { RENDER_NAMES } from "./names";

/**
 * What Render says of the parts of a Blueprint that are no services: databases, key value stores, disks, previews,
 * allow lists (render.com/docs/blueprint-spec and /docs/disks, read in copies of 2026-11-28).
 */
const READ = "2026-11-28";
const SPECIFICATION = "https://render.com/docs/blueprint-spec";

/** Fields without which Render refuses a part. */
export const REQUIRED: Readonly<Partial<Record<ManifestPart, readonly string[]>>> = {
  "key value store": ["ipAllowList"],
  disk: ["name", "mountPath"],
  database: ["name"],
  "entry of ipAllowList": ["source"],
};

const sizes = (family: string, ...gigabytes: readonly number[]): readonly string[] =>
  gigabytes.map((size) => `${family}-${size}gb`);

/** The plans of databases that no new one can have (render.com/docs/postgresql-legacy-instance-types). */
export const LEGACY_DATABASE_PLANS: readonly string[] = ["starter", "standard", "pro", "pro plus"];

const DATABASE_PLANS: readonly string[] = [
  "free",
  "basic-256mb",
  ...sizes("basic", 1, 4),
  ...sizes("pro", 4, 8, 16, 32, 64, 128, 192, 256, 384, 512),
  ...sizes("accelerated", 16, 32, 64, 128, 256, 384, 512, 768, 1024),
  ...LEGACY_DATABASE_PLANS,
];

/** A field whose values are a list that Render may make longer. */
interface ListedField {
  readonly part: ManifestPart;
  readonly field: string;
  readonly names: Dated<readonly string[]>;
  /** Names beside the list that are right by their form. */
  readonly form?: RegExp;
}

const listed = (
  part: ManifestPart,
  field: string,
  value: readonly string[],
  form?: RegExp,
  source = SPECIFICATION,
): ListedField => ({ part, field, names: { value, read: READ, source }, ...(form && { form }) });

/** CPUs and memory: `0.5c-1g`, as plans are called since August 2026. */
const BY_SIZE = /^[\d.]+c-\d+(?:mb?|gb?)$/;

export const LISTED_FIELDS: readonly ListedField[] = [
  listed("database", "plan", DATABASE_PLANS, BY_SIZE),
  listed("database", "previewPlan", DATABASE_PLANS, BY_SIZE),
  listed("database", "region", RENDER_NAMES.region.value),
  listed(
    "key value store",
    "plan",
    ["free", "starter", "standard", "pro", "pro plus", "256mb", "1g", "5g", "10g", "20g", "40g"],
    /^\d+(?:mb?|gb?)$/,
  ),
  listed("key value store", "region", RENDER_NAMES.region.value),
  listed("key value store", "maxmemoryPolicy", [
    "allkeys-lru",
    "allkeys-lfu",
    "allkeys-random",
    "volatile-lru",
    "volatile-lfu",
    "volatile-random",
    "volatile-ttl",
    "noeviction",
  ]),
  listed("previews", "generation", ["off", "manual", "automatic"]),
  listed("environment's network", "isolation", ["enabled", "disabled"]),
  listed("environment's permissions", "protection", ["enabled", "disabled"]),
];

/** `basic_1gb` and `Pro Plus` are `basic-1gb` and `pro plus`; a plan of before is also written with `legacy` behind it. */
export function isListed({ names, form }: ListedField, text: string): boolean {
  const plain = text.toLowerCase().replace(/[-_ ]legacy$/, "");
  const forms = [plain, plain.replaceAll("_", "-"), plain.replaceAll(/[-_]/g, " ")];
  return forms.some((name) => names.value.includes(name) || form?.test(name) === true);
}
