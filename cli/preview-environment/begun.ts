import { VERIFICATION_TYPE } from "../../components/verification/type";
import { resourceName } from "../../domain/place";

/** What `pulumi stack export` prints, as far as it is read. */
export interface ExportedStack {
  readonly deployment?: {
    readonly resources?: readonly { readonly urn: string; readonly id?: string }[];
    readonly pending_operations?: readonly {
      readonly type: string;
      readonly resource: { readonly urn: string };
    }[];
  };
}

/**
 * Names of resources whose creation was begun, and of which no one knows whether they were made. A verification makes
 * nothing. What Render's provider had begun, a later update has found again, and Pulumi keeps the operation all the same
 * until a refresh clears it (3.259, tried on 30 November 2026).
 */
export function begunIn({ deployment = {} }: ExportedStack): readonly string[] {
  const { resources = [], pending_operations: pending = [] } = deployment;
  const made = new Set(resources.flatMap(({ urn, id }) => (id ? [urn] : [])));
  return pending
    .filter(({ type, resource: { urn } }) => {
      const [, , kind = ""] = urn.split("::");
      const own = kind.split("$").at(-1) ?? "";
      const isKnown = own === VERIFICATION_TYPE || (own.startsWith("render:") && made.has(urn));
      return type === "creating" && !isKnown;
    })
    .map(({ resource }) => resourceName(resource.urn));
}
