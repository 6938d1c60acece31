import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_FURTHER_SIGNATURES: readonly Signature[] = [
  {
    id: "database/address-not-allowed",
    mode: "database/auth-blocked",
    meaning: "the database lets this address not in",
    pattern: /EADDRNOTALLOWED|address not in tenant allow_list/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the database's network restrictions (allow list) do not have the service's address",
    correctiveAction:
      "Add the platform's outbound addresses to the database's allow list (Supabase: Database, Settings, Network Restrictions).",
    source: "supabase.com/docs/guides/platform/network-restrictions",
    example: "(EADDRNOTALLOWED) address not in tenant allow_list: {14, 191, 33, 93}",
    nearMiss: "allow_list was read",
  },
];
