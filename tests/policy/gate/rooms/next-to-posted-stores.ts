import { type BrokenProgram, keyValue, type ProgramCase, type Resource } from "../eighteenth-form";

const records = (more: Readonly<Record<string, unknown>>): Resource => ({
  type: "render:index:Postgres",
  properties: { name: "tern-records", plan: "basic_1gb", region: "frankfurt", version: "17", ...more },
});
const cache = (more: Readonly<Record<string, unknown>>): Resource =>
  keyValue({
    name: "tern-cache",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });
const LIMITS = "plan/limits";
const broken = (
  name: string,
  rule: string,
  property: string,
  why: string,
  store: Resource,
): BrokenProgram => ({
  name: `tern-${name}`,
  rules: [rule],
  at: ["store", property],
  alsoAt: [["store", `${property}[0]`]],
  why,
  source: "Render's page on Blueprints; its API's description",
  resources: { store },
});
const sound = (name: string, why: string, store: Resource): ProgramCase => ({
  name: `tern-sound-${name}`,
  why,
  source: "Render's page on Postgres' plans; its API's description",
  resources: { store },
});

/** Broken databases and key value stores of a program. */
export const NEXT_TO_POSTED_STORES: readonly BrokenProgram[] = [
  broken(
    "database-of-12-gb",
    LIMITS,
    "diskSizeGb",
    "A size is 1 or a multiple of 5.",
    records({ diskSizeGb: 12 }),
  ),
  broken(
    "old-plan-with-a-size",
    LIMITS,
    "diskSizeGb",
    "A legacy plan fixes the size.",
    records({ plan: "standard", diskSizeGb: 20 }),
  ),
  broken(
    "database-for-33-bits",
    LIMITS,
    "ipAllowLists",
    "A block of IPv4 has 32 bits at most.",
    records({ ipAllowLists: [{ cidrBlock: "203.0.113.7/33", description: "office" }] }),
  ),
  broken(
    "store-for-a-name",
    LIMITS,
    "ipAllowLists",
    "A name is no address.",
    cache({ ipAllowLists: [{ cidrBlock: "office.tern-reef.example", description: "office" }] }),
  ),
  broken(
    "database-in-a-region-of-aws",
    "blueprint/unknown-value",
    "region",
    "Render has no region of that name.",
    records({ region: "eu-central-1" }),
  ),
  broken(
    "database-of-a-plan-of-services",
    "blueprint/unknown-value",
    "plan",
    "Databases have no plan of that name.",
    records({ plan: "pro_max" }),
  ),
  broken(
    "store-of-a-plan-of-databases",
    "blueprint/unknown-value",
    "plan",
    "Stores have no plan of that name.",
    cache({ plan: "basic_1gb" }),
  ),
];

/** Sound ones beside them. */
export const SOUND_NEXT_TO_POSTED_STORES: readonly ProgramCase[] = [
  sound("database-of-15-gb", "A multiple of 5.", records({ diskSizeGb: 15 })),
  sound("database-of-1-gb", "The least.", records({ diskSizeGb: 1 })),
  sound(
    "database-for-all",
    "Any address.",
    records({ ipAllowLists: [{ cidrBlock: "0.0.0.0/0", description: "all" }] }),
  ),
  sound("database-for-no-one", "Nobody from outside.", records({ ipAllowLists: [] })),
  sound(
    "database-for-an-address-of-ipv6",
    "A block of IPv6.",
    records({ ipAllowLists: [{ cidrBlock: "2001:db8::/32", description: "office" }] }),
  ),
  sound("database-named-by-size", "Plans are named by size as well.", records({ plan: "0.5c-1g" })),
  sound(
    "accelerated-database",
    "The plan is sold.",
    records({ plan: "accelerated_16gb", region: "virginia" }),
  ),
  sound("large-store", "The plan is sold.", cache({ plan: "pro_plus" })),
  sound("free-store", "The plan is sold.", cache({ plan: "free" })),
  sound(
    "database-of-a-replica",
    "A replica has a name.",
    records({ plan: "pro_4gb", highAvailabilityEnabled: true, readReplicas: [{ name: "tern-reader" }] }),
  ),
];
