import * as pulumi from "@pulumi/pulumi";
import type { PromotionWindow } from "../domain/promotion-window";
import type { ServiceType } from "../domain/service-type";
import type { OtherStacks } from "./other-stacks";
import { closedWindows, PROMOTING } from "./promotion-windows";
import type { VerificationResult } from "./verification";

/** Services get what another stack has verified, and nothing else. */
export interface PromotionArgs {
  /** The stack that verifies it first. */
  readonly from: string;
  /** How long it must have been verified there, in milliseconds. @default 0 */
  readonly soak?: number;
  /** When it may be changed; outside of them a preview warns, and an update refuses. @default always */
  readonly windows?: readonly PromotionWindow[];
  /** What is deployed although no stack has verified it, and why: a whole git commit or an image's digest. */
  readonly override?: { readonly revision: string; readonly reason: string };
}

/** Which service of the stack it is, and what Render makes it of. */
export interface Promoted {
  readonly key: string;
  readonly type: ServiceType;
  readonly image: boolean;
}

/** What the services of an environment are deployed of. */
export class Promotion {
  private readonly verified: pulumi.Output<unknown>;

  constructor(
    private readonly args: PromotionArgs,
    stacks: OtherStacks,
  ) {
    const closed = closedWindows(args.windows ?? [], Date.now());
    // A preview is asked for at any time; only an update changes something.
    if (closed !== undefined && pulumi.runtime.isDryRun()) pulumi.log.warn(closed);
    else if (closed !== undefined && process.env[PROMOTING] === undefined) throw new pulumi.RunError(closed);
    this.verified = stacks.of(args.from).getOutput("services");
  }

  /** A service's revision: a git commit, or an image's digest; undefined where Render deploys no given one. */
  revisionOf(service: Promoted): pulumi.Output<string> | undefined {
    const { override } = this.args;
    // Render deploys the newest commit of a cron job's branch, and no other (its API description, POST deploys).
    if (service.type === "cron" && !service.image) return undefined;
    if (override !== undefined && override.revision.startsWith("sha256:") === service.image) {
      return pulumi.output(override.revision);
    }
    return this.verified.apply((services) => this.provenOf(service, services));
  }

  /** @throws pulumi.RunError where the other stack has not verified the service, or not long enough ago */
  private provenOf({ key, image }: Promoted, services: unknown): string {
    const { from, soak = 0 } = this.args;
    const all = (services ?? {}) as Readonly<Record<string, { verification?: VerificationResult }>>;
    const result = all[key]?.verification;
    const revision = image ? result?.digest : result?.commit;
    if (result?.outcome !== "pass" || revision === undefined) {
      throw new pulumi.RunError(`${key} gets what ${from} has verified: ${missing(from, key, all, image)}`);
    }
    const since = Date.now() - Date.parse(result.at ?? "");
    if (soak > 0 && !(since >= soak)) {
      const words = `${key}: ${from} has verified ${revision} ${minutes(since)} ago; it is to be verified for ${minutes(soak)} first.`;
      // A preview is asked for at any time; only an update changes something.
      if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(words);
      pulumi.log.warn(words);
    }
    return revision;
  }
}

function missing(from: string, key: string, all: Readonly<Record<string, unknown>>, image: boolean): string {
  const keys = Object.keys(all);
  if (keys.length === 0) return `it has no verified service. Type \`pulumi up -s ${from}\`.`;
  if (!keys.includes(key))
    return `it has no service ${key}, but ${keys.join(", ")}. Use the same keys in both.`;
  return `it has verified no ${image ? "image by its digest" : "git commit"} of it. Deploy ${from} again, then it has.`;
}

const minutes = (milliseconds: number): string =>
  Number.isNaN(milliseconds) ? "an unknown time" : `${Math.floor(milliseconds / 6_000) / 10} min`;
