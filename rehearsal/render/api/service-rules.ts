import { sourceOf } from "../runtime/context";
import type { Details, Service, Store } from "../store";
import { commandProblems } from "./command-problems";
import type { ApiContext } from "./context";
import { ApiFailure, refused } from "./failure";
import type { ServicePatch, ServicePost, ServiceType } from "./schemas/service";

/** Names are unique in a workspace. @throws ApiFailure 409 where the name is taken */
export function assertNameFree(store: Store, name: string, except?: Service): void {
  const other = [...store.services.values()].find((service) => service.name === name && service !== except);
  if (other) throw new ApiFailure(409, `name: already in use by ${other.id}`);
}

/** A URL without its user information, which may be a secret. */
const withoutUser = (url: string): string => url.replace(/\/\/[^/@]*@/, "//");

/** There is no network to clone from: each repository is a directory that the options name. */
function repositoryProblems(context: ApiContext, repo: string | undefined): string[] {
  if (repo === undefined || sourceOf(context.options, repo) !== undefined) return [];
  const known = Object.keys(context.options.repositories).map(withoutUser).join(", ") || "none";
  return [`repo: this embedded Render has no directory for that repository, only for: ${known}`];
}

function sourceProblems(runtime: string, { repo, image }: Pick<ServicePost, "repo" | "image">): string[] {
  if (repo !== undefined && image !== undefined) return ["image: not allowed beside repo"];
  if (runtime === "image" && repo !== undefined) return ["repo: not a field of runtime image"];
  if (runtime !== "image" && image !== undefined) return [`image: not a field of runtime ${runtime}`];
  if (image?.registryCredentialId)
    return ["image.registryCredentialId: there are no registry credentials in the embedded Render"];
  return [];
}

type Sizes = Pick<Details, "plan" | "numInstances"> & {
  readonly disk?: unknown;
  readonly autoscaling?: Details["autoscaling"];
};

/** Free services have one instance and no disk; a disk belongs to one instance. @see https://render.com/docs/free */
function sizeProblems({ plan, numInstances, ...given }: Sizes): string[] {
  const free = plan === "free";
  const disk = Boolean(given.disk);
  const autoscaling = given.autoscaling?.enabled === true;
  const rows: readonly (readonly [boolean, string])[] = [
    [free && numInstances > 1, "numInstances: a free service has one instance"],
    [free && disk, "disk: only available for non-free services"],
    [free && autoscaling, "autoscaling: only available for non-free services"],
    [disk && numInstances > 1, "numInstances: a service with a disk has one instance"],
    [disk && autoscaling, "autoscaling: not available for a service with a disk"],
  ];
  return rows.filter(([broken]) => broken).map(([, problem]) => problem);
}

/** @throws ApiFailure 400 where the plan, the instances, the disk and the scaling do not go together */
export function assertSizes(sizes: Sizes): void {
  const problems = sizeProblems(sizes);
  if (problems.length > 0) throw refused(problems.join("; "));
}

/** @throws ApiFailure 400 naming every problem, 409 where the name is taken */
export function assertCreatable(context: ApiContext, post: ServicePost): void {
  const { serviceDetails: details, environmentId } = post;
  const { runtime } = details;
  const problems = [
    ...(post.ownerId === context.owner.id ? [] : [`ownerId: not found: ${post.ownerId}`]),
    ...(!environmentId || context.store.environments.has(environmentId)
      ? []
      : [`environmentId: not found: ${environmentId}`]),
    ...planProblems(post.type, details.plan),
    ...(post.repo === undefined && post.image === undefined
      ? ["repo: either repo or image is required"]
      : []),
    ...repositoryProblems(context, post.repo),
    ...sourceProblems(runtime, post),
    ...commandProblems(runtime, details.envSpecificDetails, true),
    ...sizeProblems({
      plan: details.plan ?? "starter",
      numInstances: details.numInstances ?? 1,
      disk: details.disk,
      autoscaling: details.autoscaling ?? undefined,
    }).map((problem) => `serviceDetails.${problem}`),
    ...(details.plan === "free" && details.maintenanceMode?.enabled ? [MAINTENANCE] : []),
  ];
  if (problems.length > 0) throw refused(problems.join("; "));
  assertNameFree(context.store, post.name);
}

/** The API's description takes `paidPlan` alone for the kinds that no request wakes up. */
function planProblems(type: ServiceType, plan: string | undefined): string[] {
  if (plan !== "free" || type === "web_service" || type === "static_site") return [];
  return [`serviceDetails.plan: free is not available for a ${type.replace("_", " ")}`];
}

/** Render's Terraform provider gets this on every change of a free service, with any value. */
const MAINTENANCE = "serviceDetails.maintenanceMode: only available for non-free services";

/** @throws ApiFailure 400 naming every problem, 409 where the name is taken */
export function assertChangeable(context: ApiContext, service: Service, patch: ServicePatch): void {
  const { details: now } = service;
  const given = patch.serviceDetails ?? {};
  const runtime = given.runtime ?? now.runtime;
  const plan = given.plan ?? now.plan;
  const problems = [
    ...repositoryProblems(context, patch.repo),
    ...sourceProblems(runtime, patch),
    ...planProblems(service.type, given.plan),
    ...commandProblems(runtime, given.envSpecificDetails, becomesNative(runtime, now)),
    ...sizeProblems({ ...now, plan }).map((problem) => `serviceDetails.plan: ${problem}`),
    ...(plan === "free" && given.maintenanceMode !== undefined ? [MAINTENANCE] : []),
  ];
  if (problems.length > 0) throw refused(problems.join("; "));
  if (patch.name !== undefined) assertNameFree(context.store, patch.name, service);
}

/** A service that comes from a Dockerfile or image has no commands of a native runtime yet. */
const becomesNative = (runtime: string, now: Details): boolean =>
  runtime !== now.runtime && now.startCommand === "";
