import { isIP } from "node:net";
import type { ManifestPart, ManifestPartFact } from "../../domain/fact";
import type { Severity } from "../../domain/severity";
import { LEGACY_DATABASE_PLANS } from "./parts";

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
/** Whether no new database can have the plan. */
export const isLegacy = (plan = ""): boolean =>
  LEGACY_DATABASE_PLANS.includes(plan.toLowerCase().replaceAll(/[-_]/g, " "));

/** Folders of Render's own, which a disk may be in and not at (render.com/docs/disks). */
const NO_MOUNT = /^\/(?:opt(?:\/render(?:\/project(?:\/src)?)?)?|home(?:\/render)?|etc(?:\/secrets)?)?$/;

type Limits = Pick<PartLimit, "part" | "expected" | "fix" | "refuses">;

const upTo = (most: number, expected: string): Limits => ({
  part: "scaling",
  expected,
  fix: "Set it within that range.",
  refuses: (text) => !isWhole(text) || Number(text) < 1 || Number(text) > most,
});

const TARGET = upTo(90, "a whole number from 1 to 90");
/** Instances that a service can have (render.com/docs/scaling). */
const INSTANCES = upTo(100, "1 to 100");

const DISK_SIZE: Limits = {
  part: "database",
  expected: "1 or a multiple of 5",
  fix: "Round it up to a multiple of 5: a disk can grow, and not shrink.",
  refuses: (text) => !isWhole(text) || Number(text) === 0 || (Number(text) !== 1 && Number(text) % 5 !== 0),
};

/** Eviction policies by the words of Render's API, which are not those of a Blueprint (its description: maxmemoryPolicy). */
const POLICIES = /^(?:noeviction|(?:allkeys|volatile)_(?:lru|lfu|random)|volatile_ttl)$/;

export const PART_LIMITS: readonly PartLimit[] = [
  {
    part: "key value store",
    field: "maxMemoryPolicy",
    expected: "`noeviction`, or `allkeys_` or `volatile_` with `lru`, `lfu` or `random`, or `volatile_ttl`",
    fix: "Write `noeviction` for a queue, and `allkeys_lru` for a cache.",
    refuses: (text) => !POLICIES.test(text),
  },
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
  { ...INSTANCES, field: "minInstances" },
  { ...INSTANCES, field: "maxInstances" },
  {
    part: "scaling",
    field: "maxInstances",
    expected: "no less than the least number of instances",
    fix: "Raise it, or lower the other.",
    refuses: (text, { fields }) => Number(text) < Number(fields.get("minInstances")?.text ?? 1),
  },
  {
    part: "scaling",
    field: "criteria",
    severity: "warning",
    expected: "CPU or memory as a criterion",
    fix: "Turn one of them on, or autoscaling off: by nothing it never adds an instance.",
    refuses: (text) => text === "none",
  },
  {
    // render.com/docs/redirects-rewrites
    part: "route",
    field: "source",
    severity: "warning",
    expected: "a path that begins with a slash",
    fix: "Write `/` before it, such as `/*`.",
    refuses: (text) => !/^\s*(?:\/|https?:)/i.test(text),
  },
  {
    part: "route",
    field: "destination",
    severity: "warning",
    expected: "a path that begins with a slash, or an address with its scheme",
    fix: "Write `/` before a path, such as `/index.html`, and `https://` before a host.",
    refuses: (text) => !/^\s*(?:\/|[a-z][a-z0-9+.-]*:)/i.test(text),
  },
  {
    // render.com/docs/static-site-headers: without the domain, as `/*`
    part: "header",
    field: "path",
    severity: "warning",
    expected: "a path that begins with a slash",
    fix: "Write `/` before it, such as `/assets/*`, and no domain.",
    refuses: (text) => !/^\s*\//.test(text),
  },
  {
    // The API's description: routeType
    part: "route",
    field: "type",
    expected: "`rewrite` or `redirect`",
    fix: "Write `rewrite`, by which Render asks another address too.",
    refuses: (text) => !/^(?:rewrite|redirect)$/.test(text),
  },
  {
    part: "maintenance page",
    field: "uri",
    severity: "warning",
    expected: "the address of a page, with its scheme",
    fix: "Write `https://` before it, or leave it out for Render's own page.",
    refuses: (text) => text.trim() !== "" && !/^https?:\/\//i.test(text.trim()),
  },
  {
    // render.com/docs/monorepo-support
    part: "source",
    field: "rootDirectory",
    expected: "a folder of the repository",
    fix: "Write its path from the repository's root, such as `services/api`.",
    refuses: (text) => /^(?:\.\.(?:\/|$)|~|\/(?:home|Users|root)\/|[a-z]:[\\/])/i.test(text.trim()),
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
