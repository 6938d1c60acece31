import type { Signature } from "../signature";
import { DATABASE_WORDS } from "./connections-more";

/** What Node itself says of a TLS connection: the line names no server. */
export const NODE_TLS_SIGNATURES: readonly Signature[] = [
  {
    id: "node/tls-untrusted",
    mode: "database/tls-untrusted",
    meaning: "Node does not trust the server's certificate",
    pattern: new RegExp(
      `^(?!.*(?:${DATABASE_WORDS}))(?:|.*Error: |.*\\] )(?:self[- ]signed certificate(?: in certificate chain)?|unable to (?:verify the first|get local issuer) certificate)$`,
    ),
    stage: "root",
    certainty: "possible",
    competing: [
      {
        mode: "broker/refused",
        cause: "the certificate is that of another service, such as mail, a queue, or an API",
      },
    ],
    decisive: false,
    cause: "the client verifies the server's certificate, and has no authority for it",
    correctiveAction:
      "Give the authority's certificate to the client (`ssl: { ca }`), or ask for encryption without verification: `ssl: { rejectUnauthorized: false }`, or for node-postgres `sslmode=no-verify` in the URL, since it verifies with every other mode that encrypts.",
    source:
      "nodejs.org/api/tls.html; node-postgres.com/features/ssl; brianc/node-postgres: pg-connection-string",
    example: "Error: self-signed certificate in certificate chain",
    examples: ["[ExceptionHandler] self-signed certificate in certificate chain"],
    nearMiss: "curl: (60) SSL certificate problem: self-signed certificate in certificate chain",
  },
  {
    id: "node/tls-closed",
    mode: "database/connection-lost",
    meaning: "the server ended a connection before TLS was agreed",
    pattern: /Client network socket disconnected before secure TLS connection was established/,
    stage: "root",
    certainty: "open",
    asksFor: ["To which server does the program connect there? The stack's frames of its client say it."],
    decisive: false,
    cause:
      "a server ended the connection before TLS was agreed: it takes none at that port, it or a proxy before it was away, or it takes no further connection; which server, the line does not say",
    correctiveAction:
      "Ask that server by `openssl s_client -connect HOST:PORT` (PostgreSQL: with `-starttls postgres`); where it takes no TLS, take it out of the client's settings.",
    source: "nodejs/node: lib/_tls_wrap.js, onConnectEnd",
    example: "Error: Client network socket disconnected before secure TLS connection was established",
    nearMiss: "client disconnected",
  },
];
