import { dotnet, ELSEWHERE, ENCODING, MALFORMED, PLACEHOLDER, prisma, soundBy } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { BESIDE_OTHER, CANARY, KESTREL, OTHER, POOL, REF, SESSION, url } from "./twenty-first-form";
import { node } from "./written";

const SERVER = { ...node, command: "node dist/server.js" };
const LEFT = `${PLACEHOLDER}|${MALFORMED}`;

/** Values that were never filled in, or filled in by a program that failed. */
export const REJECTED_VALUES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    rule: PLACEHOLDER,
    why: "a variable of the deploying program was not set, and its template wrote undefined for the password",
    ...soundBy({ DATABASE_URL: SESSION.replace(CANARY, "undefined") }, SERVER),
  },
  {
    rule: `${LEFT}|${ENCODING}`,
    why: "an object was put into a template, and its text is [object Object]: no password, and no valid URL",
    ...soundBy({ DATABASE_URL: SESSION.replace(CANARY, "[object Object]") }),
  },
  {
    rule: `${LEFT}|${ENCODING}`,
    why: "an Output in a template gives Pulumi's message instead of the value (Pulumi's page on outputs)",
    ...soundBy({
      DATABASE_URL: SESSION.replace(CANARY, "Calling [toString] on an [Output<T>] is not supported."),
    }),
  },
  {
    rule: `${LEFT}|environment/interpolated-value|database/interpolated-url`,
    why: "Render gives the text as it is, so Prisma's migration has no URL (Render's page on environment variables)",
    ...soundBy(
      { DATABASE_URL: SESSION, DIRECT_URL: "$DATABASE_URL" },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
  {
    rule: LEFT,
    why: "the value is still encrypted: SOPS decrypts a file, and neither Pulumi nor Render this text",
    ...soundBy({
      DATABASE_URL: "ENC[AES256_GCM,data:Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5,iv:Y2FuYXJ5aXY=,tag:Y2FuYXJ5dGFn,type:str]",
    }),
  },
  {
    rule: LEFT,
    why: "a reference of 1Password is filled in by op run or op inject, and neither is in the command",
    ...soundBy({ DATABASE_URL: "op://Production/tide-database/url" }, { driver: "psycopg" }),
  },
  {
    rule: LEFT,
    why: "the reference is one of Azure's App Service, which alone fills it in (Azure's page on Key Vault references)",
    ...soundBy(
      {
        ConnectionStrings__Default:
          "@Microsoft.KeyVault(SecretUri=https://tide-vault.vault.azure.net/secrets/database/)",
      },
      { ...dotnet, command: KESTREL },
    ),
  },
  {
    rule: ELSEWHERE,
    why: "the migrations' URL is of staging's project, while the queries go to production's",
    ...soundBy(
      { DATABASE_URL: SESSION, DIRECT_URL: url(`ledger.${OTHER}`, `${POOL}:5432/postgres`) },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js", declared: BESIDE_OTHER },
    ),
  },
  {
    rule: `database/pooler-tenant|database/project-reference|${PLACEHOLDER}`,
    why: "the last letter of the reference was lost in copying, and a reference has twenty (Supabase's page on connections)",
    ...soundBy(
      { DATABASE_URL: url(`ledger.${REF.slice(0, -1)}`, `${POOL}:5432/postgres`) },
      { driver: "psycopg" },
    ),
  },
];
