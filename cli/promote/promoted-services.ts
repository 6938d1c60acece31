import type { StackConfiguration } from "../../config/stack";
import type { StackService } from "../../config/stack-service";
import { notShown } from "../stacks/own-pulumi";
import type { Pulumi } from "../stacks/pulumi";

/** What a stack's output `services` says of one of them. */
export interface ServiceOutput {
  readonly serviceId?: string;
  readonly verification?: VerificationOutput;
}

interface VerificationOutput {
  readonly outcome: "pass" | "fail" | "not-decided";
  readonly deployId: string;
  readonly commit?: string;
  readonly digest?: string;
  readonly at?: string;
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly detail: string }[];
}

export type ServiceOutputs = Readonly<Record<string, ServiceOutput>>;

/** One service of the stack that is promoted to. */
export interface PromotedService {
  readonly key: string;
  /** The commit or digest that it gets. */
  readonly revision?: string;
  /** The deploy of the other stack that proved it, and when; in ISO 8601. */
  readonly deploy?: string;
  readonly verifiedAt?: string;
  /** What it has now, as far as it is verified. */
  readonly now?: string;
  /** Why it gets nothing. */
  readonly refused?: string;
  /** Why nothing is promised of it. */
  readonly note?: string;
}

/** A stack's output `services`; empty of a stack that was never deployed. @throws CommandError with what Pulumi says */
export async function serviceOutputs(pulumi: Pulumi, stack: string): Promise<ServiceOutputs> {
  const run = await pulumi(["stack", "output", "--json", "-s", stack]);
  if (run.exitCode !== 0)
    throw notShown(`the outputs of the stack ${stack}`, run, ", or deploy the stack first");
  const { services } = JSON.parse(run.stdout || "{}") as { readonly services?: ServiceOutputs };
  return typeof services === "object" && services !== null ? services : {};
}

/** What a promotion compares. */
export interface Promotion {
  readonly from: string;
  readonly configuration: StackConfiguration;
  readonly verified: ServiceOutputs;
  readonly running: ServiceOutputs;
  readonly override: { readonly revision: string; readonly reason: string } | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What each service of the stack gets, and why one gets nothing. */
export function promotedServices(promotion: Promotion): readonly PromotedService[] {
  const { single, services } = promotion.configuration;
  return services.map((service) => serviceOf(single ? "main" : service.key, service, promotion));
}

function serviceOf(key: string, service: StackService, promotion: Promotion): PromotedService {
  const { from, verified, running, override, configuration, now: time } = promotion;
  const image = "runtime" in service && service.runtime === "image";
  const has = (output: ServiceOutput | undefined) =>
    image ? output?.verification?.digest : output?.verification?.commit;
  const now = has(running[key]);
  const known = { key, ...(now !== undefined && { now }) };
  if (service.type === "cron" && !image) {
    return { ...known, note: "a cron job gets the newest commit of its branch: Render deploys no given one" };
  }
  if (override !== undefined && override.revision.startsWith("sha256:") === image) {
    return { ...known, revision: override.revision };
  }
  const { verification } = verified[key] ?? {};
  const revision = has(verified[key]);
  if (verification?.outcome !== "pass" || revision === undefined) {
    return { ...known, refused: whyNot(key, promotion, image) };
  }
  const { deployId: deploy, at: verifiedAt } = verification;
  const proven = { ...known, revision, deploy, ...(verifiedAt !== undefined && { verifiedAt }) };
  const { soak = 0 } = configuration.promotion ?? {};
  const left = Date.parse(verifiedAt ?? "") + soak - time;
  if (soak === 0 || left <= 0) return proven;
  const wait = Number.isNaN(left) ? "since when is not known" : `${Math.ceil(left / 60_000)} min are left`;
  return { ...proven, refused: `${from} is to have verified it for ${soak / 60_000} min: ${wait}` };
}

function whyNot(key: string, { from, verified }: Promotion, image: boolean): string {
  const keys = Object.keys(verified);
  if (keys.length === 0) return `${from} has no verified service: type \`pulumi up -s ${from}\``;
  if (verified[key] === undefined) return `${from} has no service ${key}, but ${keys.join(", ")}`;
  return `${from} has verified no ${image ? "image by its digest" : "git commit"} of it: deploy ${from} again`;
}
