import type { ResourceKind } from "../resource-kind";
import { webServiceFields } from "./service/fields";
import { serviceKind } from "./service/kind";

/** `render:index/webService:WebService`: a service with a public address. */
export const webService: ResourceKind = serviceKind({
  token: "render:index/webService:WebService",
  type: "web_service",
  called: "web service",
  fields: webServiceFields,
  hasUrl: true,
});
