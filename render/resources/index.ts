import type { ResourceKind } from "../resource-kind";
import { webService } from "./web-service";

/** The provider's table: every kind of resource it serves. */
export const KINDS: readonly ResourceKind[] = [webService];
