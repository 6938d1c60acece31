import type { ResourceKind } from "../resource-kind";
import { envGroup } from "./env-group";
import { envGroupLink } from "./env-group-link";
import { project } from "./project";
import { webService } from "./web-service";

/** The provider's table: every kind of resource it serves. */
export const KINDS: readonly ResourceKind[] = [webService, envGroup, envGroupLink, project];
