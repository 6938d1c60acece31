import type { VariableFact } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

/** Paths of a project's API by what is asked there (supabase.com/docs: JWT signing keys, S3 authentication; read 2026-11-30). */
const PATHS: readonly (readonly [name: RegExp, path: RegExp, expected: string, unless?: string])[] = [
  [
    /(?:^|_)JWKS_(?:UR[LI]|ENDPOINT)$|^JWKS$/,
    /^\/auth\/v1\/\.well-known\/jwks\.json$/,
    "/auth/v1/.well-known/jwks.json",
  ],
  [
    /(?:^|_)(?:JWT|TOKEN|SUPABASE|AUTH)_(?:\w+_)?ISS(?:UER)?(?:_UR[LI])?$/,
    /^\/auth\/v1\/?$/,
    "/auth/v1",
    "the code may put the path behind it",
  ],
  [
    /(?:^|_)S3_(?:\w+_)?(?:ENDPOINT|UR[LI])$|^AWS_ENDPOINT(?:_UR[LI](?:_S3)?)?$/,
    /^\/storage\/v1\/s3\/?$/,
    "/storage/v1/s3",
    "the code may put the path behind it",
  ],
];

const API = /^https:\/\/[a-z]{20}(?:\.storage)?\.supabase\.co([^?#]*)/;

/** What a variable of such a name asks at another path of a project's API. */
export function apiPaths({ name, value, place, service }: VariableFact): readonly Judged[] {
  const path = value.known ? API.exec(value.value.trim())?.[1] : undefined;
  const row = path === undefined ? undefined : PATHS.find(([names]) => names.test(name));
  if (path === undefined || row === undefined) return [];
  const [, right, expected, unless] = row;
  if (right.test(path)) return [];
  if (unless !== undefined)
    return place.source === "resource"
      ? [
          {
            place,
            why: `${name}: expected \`${expected}\` behind the project's host, got another path; ${unless}`,
          },
        ]
      : [];
  return [
    {
      place,
      ...(service !== undefined && { service }),
      what: `variable ${name}`,
      expected: `\`${expected}\` behind the project's host`,
      got: "another path, at which there is none",
      fix: `Write \`https://<ref>.supabase.co${expected}\`.`,
    },
  ];
}
