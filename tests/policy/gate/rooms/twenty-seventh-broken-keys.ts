import { PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { brokenOf, FILE, key, OTHER, REF, SESSION } from "./twenty-seventh-form";

const nodeServer = { ...node, command: "node dist/server.js" } as const;
const next = { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" } as const;
const SECRET_FILE = `environment/missing-file|${FILE}`;

/** Keys of another role or project, texts in a key's place, and secret files that are not there. */
export const REJECTED_KEYS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  brokenOf(PLACEHOLDER, "the key of the example was left (FastAPI's page on OAuth2 with JWT)", {
    SECRET_KEY: "your-secret-key-here",
  }),
  brokenOf(
    PLACEHOLDER,
    "the text for another's key was left (Stripe's page on keys)",
    { STRIPE_SECRET_KEY: "sk_test_your_key_here" },
    nodeServer,
  ),
  brokenOf(
    `${PLACEHOLDER}|database/project-reference`,
    "the address of the example was left (Supabase's quickstart)",
    { NEXT_PUBLIC_SUPABASE_URL: "https://your-project-ref.supabase.co" },
    next,
  ),
  brokenOf(
    "database/key-role",
    "the key of the browser is not the service's: row level security hides the rows (supabase/supabase, discussions)",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: key("anon"),
      DATABASE_URL: SESSION,
    },
    nodeServer,
  ),
  brokenOf(
    "database/key-role|database/one-project",
    "the key is another project's: Invalid API key (supabase/supabase-js, issues on 401)",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_ANON_KEY: key("anon", OTHER),
      DATABASE_URL: SESSION,
    },
    nodeServer,
  ),
  brokenOf(
    "secret/in-browser|database/key-role",
    "a secret key is refused in a browser (Supabase's page on API keys)",
    {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: "sb_secret_dQ3brookDipper7Weir0_k9Lm",
      DATABASE_URL: SESSION,
    },
    next,
  ),
  brokenOf(
    SECRET_FILE,
    "the service has no such secret file (Render's page on secret files)",
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" },
    bare,
  ),
  brokenOf(
    SECRET_FILE,
    "the file has another name (Render's page on secret files; firebase/firebase-admin-node)",
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/firebase.json" },
    { ...nodeServer, secretFiles: { "firebase-admin.json": '{"type":"service_account"}' } },
  ),
];
