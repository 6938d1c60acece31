import { distance } from "fastest-levenshtein";
import type { Dated } from "../../domain/dated";
import { nearest } from "../../domain/nearest";

declare const projectRefBrand: unique symbol;

/** The form of a project's reference, in words. */
export const REFERENCE_FORM = "20 lowercase letters";

/** The reference of a Supabase project: 20 lowercase letters. */
export type ProjectRef = string & { readonly [projectRefBrand]: true };

/** How a service reaches its Supabase database (supabase.com/docs/guides/database/connecting-to-postgres). */
export const CONNECTIONS = ["direct", "session", "transaction"] as const;
export type Connection = (typeof CONNECTIONS)[number];

/** The shard number (`aws-0`, `aws-1`) cannot be derived from the region: the host is copied from the dashboard. */
export const POOLER_HOST = /^aws-\d+-[a-z]{2}-[a-z]+-\d\.pooler\.supabase\.com$/;

/** Regions in which a project can be. */
export const REGIONS: Dated<readonly string[]> = {
  read: "2026-11-30",
  source: "https://supabase.com/docs/guides/platform/regions",
  value: [
    "us-west-1 us-west-2 us-east-1 us-east-2 ca-central-1 sa-east-1",
    "eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-central-2 eu-north-1",
    "ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2",
  ].flatMap((line) => line.split(" ")),
};

/** Whether a host has the form of a pooler's, however it is written. */
export function isPoolerHost(host: string): boolean {
  return POOLER_HOST.test(plainHost(host));
}

/** The region in a pooler's host, where no project was in it on the day of the list. */
export function unknownRegion(host: string): string | undefined {
  const region = isPoolerHost(host) ? /^aws-\d+-([^.]+)/.exec(plainHost(host))?.[1] : undefined;
  return region === undefined || REGIONS.value.includes(region) ? undefined : region;
}

/** The parts of the sky in AWS' names of regions (docs.aws.amazon.com: regions, read 2026-12-01). */
const SIDES = /^(?:north|south|east|west|central|north(?:east|west)|south(?:east|west))$/;

/** The region that was meant where the side in a pooler's host is a slip: a new region is named after a side too. */
export function meantRegion(host: string): string | undefined {
  const region = unknownRegion(host);
  const [, side = ""] = region?.split("-") ?? [];
  if (region === undefined || SIDES.test(side)) return undefined;
  const meant = nearest(region, REGIONS.value);
  return meant !== undefined && distance(region, meant) <= 2 ? meant : undefined;
}

const DIRECT_HOST = /^db\.([^.]+)\.supabase\.(?:co|com)$/;
const API_HOST = /^([^.]+)\.supabase\.(?:co|com|in|net)$/;

/** One row for each documented form: host kind, port, and whether the user names the tenant. */
export const ENDPOINT_FORMS = [
  { form: "direct", host: "direct", port: 5432, tenantInUser: false, mode: "session" },
  { form: "session", host: "pooler", port: 5432, tenantInUser: true, mode: "session" },
  { form: "transaction", host: "pooler", port: 6543, tenantInUser: true, mode: "transaction" },
  // PgBouncer on the database machine; the port of the shared transaction pooler, with another host and user form.
  { form: "dedicated", host: "direct", port: 6543, tenantInUser: false, mode: "transaction" },
] as const;

export type EndpointForm = (typeof ENDPOINT_FORMS)[number];

export function parseProjectRef(text: string): ProjectRef | undefined {
  return /^[a-z]{20}$/.test(text) ? (text as ProjectRef) : undefined;
}

/** Names of hosts are the same in any case, and with the dot of the root behind them. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}

/**
 * What a host is at Supabase: a pooler, a project's own (direct) database host, a project's API, or undefined for
 * any other. The API's host answers HTTP only.
 */
export function supabaseHost(host: string): "pooler" | "direct" | "api" | undefined {
  const name = plainHost(host);
  // The other endings are its website's and its API's, written by mistake: there is no pooler at them.
  if (/\.pooler\.supabase\.(?:com|co|in|net)$/.test(name)) return "pooler";
  if (DIRECT_HOST.test(name)) return "direct";
  return API_HOST.test(name) ? "api" : undefined;
}

/** Whether a host is that of Supabase's pages: of its dashboard, or of the site. */
export const isWebsite = (host: string): boolean =>
  /^(?:(?:app|www)\.)?supabase\.(?:com|io)$/.test(plainHost(host));

/** Supabase's guides name the address of a project's API so; a framework's prefix may be before it. */
export const isApiVariable = (name: string): boolean => /(?:^|_)SUPABASE_URL$/.test(name);

/** Whether a host is below one of Supabase's domains, whatever it is there. */
export function isOfSupabase(host: string): boolean {
  return /\.supabase\.(?:com|co)$/.test(plainHost(host));
}

/** The documented form of a host and port, or undefined where they are no Supabase endpoint. */
export function endpointForm(host: string, port: number | undefined): EndpointForm | undefined {
  const kind = supabaseHost(host);
  return ENDPOINT_FORMS.find((form) => form.host === kind && form.port === (port ?? 5432));
}

/** The startup parameter `options=reference=…`, which Supavisor reads before the user. */
const REFERENCE = /(?:^|\s|-c\s*)reference=(\S+)/;

/** The alias of a cluster or read replica in `role.cluster.alias`: it names no project. */
const CLUSTER_USER = /\.cluster\.[^.]+$/;

/**
 * The tenant that Supavisor reads from a user: what `options=reference=…` says, else what follows the last dot
 * (supabase/supavisor, docs/connecting/overview.md).
 */
export function tenantOf(user: string, parameters: Readonly<Record<string, string>>): string | undefined {
  const reference = REFERENCE.exec(parameters.options ?? "")?.[1];
  if (reference !== undefined) return reference;
  const dot = user.lastIndexOf(".");
  return dot < 0 ? undefined : user.slice(dot + 1);
}

/** The project reference that an endpoint names, by its host or its user; a cluster's alias is none. */
export function projectRefOf(
  host: string,
  user: string,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  switch (supabaseHost(host)) {
    case "direct":
      return DIRECT_HOST.exec(plainHost(host))?.[1];
    case "api":
      return API_HOST.exec(plainHost(host))?.[1];
    case "pooler":
      return CLUSTER_USER.test(user) && !REFERENCE.test(parameters.options ?? "")
        ? undefined
        : tenantOf(user, parameters);
    default:
      return undefined;
  }
}

/** Host, port and user that reach `projectRef` in the chosen way as `role`. */
export function deriveEndpoint(request: {
  readonly projectRef: ProjectRef;
  readonly poolerHost: string;
  readonly connection: Connection;
  readonly role: string;
}): {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly mode: "session" | "transaction";
} {
  const { projectRef, poolerHost, connection, role } = request;
  const form = ENDPOINT_FORMS.find((row) => row.form === connection) ?? ENDPOINT_FORMS[0];
  return {
    host: form.host === "direct" ? `db.${projectRef}.supabase.co` : poolerHost,
    port: form.port,
    user: form.tenantInUser ? `${role}.${projectRef}` : role,
    mode: form.mode,
  };
}
