import type { ExplainedCase } from "../nineteenth-form";
import {
  BESIDE_PRODUCTION,
  django,
  GUNICORN,
  keyOf,
  node,
  OTHER,
  pooled,
  prisma,
  REF,
  rejected,
  SESSION,
  url,
} from "./twenty-fifth-form";

/** Keys that are not what their variable names, and projects that are not the environment's. */
export const REJECTED_KEYS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(
    "secret/in-browser",
    "next build writes NEXT_PUBLIC_ into pages, and the key passes every policy",
    {
      command: "npx next start -H 0.0.0.0 -p $PORT",
      variables: {
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      },
      ...node,
    },
  ),
  rejected(
    "database/key-role",
    "the key is that of anon: row level security hides every row from the server",
    {
      variables: { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_SERVICE_ROLE_KEY: keyOf("anon") },
    },
  ),
  rejected("database/key-role", "a publishable key is no secret one: each write of the server is refused", {
    command: "node dist/main.js",
    variables: {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SECRET_KEY: "sb_publishable_7Yc2LanternQm0Wv4TzKp9Rx_8sFd1aGh",
    },
    ...node,
  }),
  rejected("database/one-project", "the API is of one project and the database of another", {
    command: "node dist/main.js",
    variables: {
      SUPABASE_URL: `https://${OTHER}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role", OTHER),
      DATABASE_URL: SESSION,
    },
    ...prisma,
  }),
  rejected("database/other-environment", "the URL was copied of the other environment's dashboard", {
    variables: { DATABASE_URL: pooled("5432/postgres").replace(REF, OTHER) },
    declared: BESIDE_PRODUCTION,
  }),
  rejected("database/project-reference|environment/placeholder", "the reference is a word of the guide", {
    command: GUNICORN,
    variables: {
      DATABASE_URL: url("postgres.projectref", "aws-1-ap-southeast-2.pooler.supabase.com:5432/postgres"),
    },
    ...django,
  }),
];
