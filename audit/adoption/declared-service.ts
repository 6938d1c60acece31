import type { ServiceType } from "../../domain";
import type { Stated } from "./draft-field";

/** What a manifest may say of a service, by the keys of a stack file. */
export type ServiceKey =
  | "type"
  | "name"
  | "repository"
  | "branch"
  | "rootDirectory"
  | "runtime"
  | "region"
  | "plan"
  | "build"
  | "preDeploy"
  | "start"
  | "dockerfile"
  | "dockerContext"
  | "image"
  | "schedule"
  | "publishPath"
  | "healthCheckPath";

/** A service as one manifest names it. */
export interface DeclaredService {
  /** What it is called in every environment. */
  readonly name: string;
  /** Undefined where the manifest speaks of all environments. */
  readonly environment: string | undefined;
  readonly kind: ServiceType;
  /** Its folder, from the repository's root; empty for that one itself. */
  readonly folder: string;
  readonly stated: Readonly<Partial<Record<ServiceKey, Stated>>>;
}
