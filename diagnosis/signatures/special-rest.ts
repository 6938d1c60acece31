import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_REST_SIGNATURES: readonly Signature[] = [
  {
    id: "ca-certificates",
    mode: "import/missing-library",
    meaning: "the image has no authorities' certificates",
    pattern:
      /pubkey_os_cacerts|:no_cacerts_found|cacerts_get|no such file.*ca-certificates|failed to load (?:system|native) (?:root )?cert|error adding trust anchors|unable to load CA/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the image has no CA certificates, by which TLS connections are verified",
    correctiveAction:
      "Install ca-certificates in the last stage of the image (`apt-get install -y ca-certificates`, `apk add ca-certificates`).",
    source: "erlang: public_key:cacerts_get/0",
    example: "        (public_key 1.14) pubkey_os_cacerts.erl:38: :pubkey_os_cacerts.get/0",
    nearMiss: "certificates loaded",
  },
];
