import type { ResourceKind } from "../resource-kind";
import { staticSiteFields } from "./service/fields";
import { serviceKind } from "./service/kind";

/** `render:index/staticSite:StaticSite`: built pages, without a process. */
export const staticSite: ResourceKind = serviceKind({
  token: "render:index/staticSite:StaticSite",
  type: "static_site",
  called: "static site",
  fields: staticSiteFields,
  hasUrl: true,
});
