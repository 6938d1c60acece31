import type { ResourceKind } from "../resource-kind";
import { privateServiceFields } from "./service/fields";
import { serviceKind } from "./service/kind";

/** `render:index/privateService:PrivateService`: a service that only the workspace's own services reach. */
export const privateService: ResourceKind = serviceKind({
  token: "render:index/privateService:PrivateService",
  type: "private_service",
  called: "private service",
  fields: privateServiceFields,
  hasUrl: true,
});
