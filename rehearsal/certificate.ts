import { generate } from "selfsigned";

/** A server certificate under a private authority, as Supabase's is: a client that verifies it needs the authority. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  readonly authority: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes an authority and a certificate for the given host names, for this run only. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const validity = {
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 30 * DAY),
  };
  const keys = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;
  const authority = await generate([{ name: "commonName", value: "Portcullis rehearsal authority" }], {
    ...validity,
    ...keys,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const altNames = [
    ...hosts.map((value) => ({ type: 2 as const, value })),
    { type: 7 as const, ip: "127.0.0.1" },
  ];
  const server = await generate([{ name: "commonName", value: hosts[0] ?? "localhost" }], {
    ...validity,
    ...keys,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames },
    ],
  });
  return { key: server.private, certificate: server.cert, authority: authority.cert };
}
