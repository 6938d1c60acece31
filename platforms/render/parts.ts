import { isIP } from "node:net";
import type { Dated } from "../../domain/dated";
import type { ManifestPart, ManifestPartFact } from "../../domain/fact";
import type { Severity } from "../../domain/severity";
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

/** What Render does not take of a field, whatever the day. */
interface PartLimit {
  readonly part: ManifestPart;
  readonly field: string;
  readonly severity?: Severity;
  /** What it must be, and what to type. */
  readonly expected: string;
  readonly fix: string;
  readonly refuses: (text: string, part: ManifestPartFact) => boolean;
}

const isWhole = (text: string): boolean => /^\d{1,6}$/.test(text);
const isLegacy = (plan = ""): boolean =>
  LEGACY_DATABASE_PLANS.includes(plan.toLowerCase().replaceAll(/[-_]/g, " "));

/** Folders of Render's own, which a disk may be in and not at (render.com/docs/disks). */
const NO_MOUNT = /^\/(?:opt(?:\/render(?:\/project(?:\/src)?)?)?|home(?:\/render)?|etc(?:\/secrets)?)?$/;

const TARGET: Pick<PartLimit, "part" | "expected" | "fix" | "refuses"> = {
  part: "scaling",
  expected: "a whole number from 1 to 90",
  fix: "Set it within that range.",
  refuses: (text) => !isWhole(text) || Number(text) < 1 || Number(text) > 90,
};

/** Instances that a service can have (render.com/docs/scaling). */
const INSTANCES: Pick<PartLimit, "part" | "expected" | "fix"> = {
  part: "scaling",
  expected: "1 to 100",
  fix: "Set it within that range.",
};
const isInstances = (text: string): boolean => isWhole(text) && Number(text) >= 1 && Number(text) <= 100;

/** A name of DNS, with one star of a wildcard before it (render.com/docs/custom-domains). */
const DOMAIN = /^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]+)\.?$/i;

const DISK_SIZE: Pick<PartLimit, "part" | "expected" | "fix" | "refuses"> = {
  part: "database",
  expected: "1 or a multiple of 5",
  fix: "Round it up to a multiple of 5: a disk can grow, and not shrink.",
  refuses: (text) => !isWhole(text) || Number(text) === 0 || (Number(text) !== 1 && Number(text) % 5 !== 0),
};

export const PART_LIMITS: readonly PartLimit[] = [
  {
    part: "disk",
    field: "mountPath",
    expected: "an absolute path that is none of Render's own folders",
    fix: "Write a folder of its own, such as `/data` or `/opt/render/project/src/uploads`.",
    refuses: (text) => !text.startsWith("/") || NO_MOUNT.test(text.replace(/(?<=.)\/+$/, "")),
  },
  {
    part: "disk",
    field: "sizeGB",
    expected: "1 or more",
    fix: "Write how many gigabytes it has; it can grow, and not shrink.",
    refuses: (text) => !isWhole(text) || Number(text) < 1,
  },
  { ...TARGET, field: "targetCPUPercent" },
  { ...TARGET, field: "targetMemoryPercent" },
  { ...INSTANCES, field: "minInstances", refuses: (text) => !isInstances(text) },
  { ...INSTANCES, field: "maxInstances", refuses: (text) => !isInstances(text) },
  {
    part: "scaling",
    field: "maxInstances",
    expected: "no less than the least number of instances",
    fix: "Raise it, or lower the other.",
    refuses: (text, { fields }) => Number(text) < Number(fields.get("minInstances")?.text ?? 1),
  },
  {
    part: "custom domain",
    field: "name",
    expected: "a domain's name of your own, without scheme, port and path",
    fix: "Write the name alone, such as `api.acme.io`.",
    refuses: (text) => !DOMAIN.test(text.trim()) || /\.onrender\.com\.?$/i.test(text.trim()),
  },
  { ...DISK_SIZE, field: "diskSizeGB" },
  { ...DISK_SIZE, field: "previewDiskSizeGB" },
  {
    part: "database",
    field: "diskSizeGB",
    expected: "no size, which the plan fixes",
    fix: "Remove it, or choose a plan such as `basic-1gb`.",
    refuses: (_, { fields }) => isLegacy(fields.get("plan")?.text),
  },
  {
    part: "database",
    field: "plan",
    severity: "note",
    expected: "a plan that new databases can have",
    fix: "Choose one such as `basic-1gb`, if the database is not there yet.",
    refuses: (text) => isLegacy(text),
  },
  {
    part: "previews",
    field: "plan",
    expected: "a paid plan, as the service has one",
    fix: "Choose a paid plan such as `starter`, or remove it.",
    refuses: (text, { plan }) => text === "free" && plan !== undefined && plan !== "free",
  },
  {
    part: "entry of ipAllowList",
    field: "source",
    expected: "an IP address, or a block of them such as 203.0.113.0/24",
    fix: "Write the address, or 0.0.0.0/0 for all.",
    refuses: (text) => !isBlock(text),
  },
];

function isBlock(text: string): boolean {
  const [address = "", bits, ...rest] = text.trim().split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (isWhole(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
