import { LOCAL, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { BROWSER, django, key, nest, ONE_PROJECT, REFERENCE, ROLE } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DEBUG,
  ENDPOINT,
  NEED,
  NETWORK,
  OTHER,
  REF,
  REFUSED,
  SESSION,
} from "./posted-services-form";

const HERE = `${DEBUG}|${PLACEHOLDER}|${LOCAL}|${NETWORK}`;
const INNER = `${LOCAL}|${NETWORK}|${NEED}|port/peer-mismatch`;
const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });

/** Keys and addresses of others. */
export const POSTED_SETTINGS_KEYS: readonly ExplainedCase[] = [
  by(
    PLACEHOLDER,
    "the example's identifier is left (Google's page on OAuth)",
    { GOOGLE_CLIENT_ID: "your-google-client-id.apps.googleusercontent.com" },
    nest,
  ),
  by(PLACEHOLDER, "the example's key is left (OpenAI's page on keys)", {
    OPENAI_API_KEY: "sk-your-openai-api-key",
  }),
  by(
    REFUSED,
    "the quotes of the env file are part of the value (dissorial/doc-chatbot, issue 10)",
    { GOOGLE_CLIENT_SECRET: '"GOCSPX-Wd5plumTerrace8kQuince2Med"' },
    nest,
  ),
  by(
    `${REFUSED}|${ROLE}`,
    "the publishable key makes no request of a server's (stripe/stripe-dotnet, issue 909)",
    { STRIPE_SECRET_KEY: `pk_live_51Q${CANARY}hV6dXoJ4` },
    nest,
  ),
  by(
    `${BROWSER}|${REFUSED}|${ROLE}`,
    "the secret key is given to pages (stripe's page on keys)",
    { STRIPE_PUBLISHABLE_KEY: `sk_live_51Q${CANARY}hV6dXoJ4` },
    nest,
  ),
  by(
    `${BROWSER}|${REFUSED}`,
    "the secret key is in the pages (OriginProtocol/dshop, issue 325)",
    { NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: `sk_live_51Q${CANARY}hV6dXoJ4` },
    { ...nest, command: "npx next start -p $PORT" },
  ),
  by(
    REFUSED,
    "the endpoint's identifier is no signing secret, which begins with whsec_ (Stripe's page on webhooks)",
    { STRIPE_WEBHOOK_SECRET: "we_1Q5plumTerrace8kQuince2" },
    nest,
  ),
  by(
    `${REFUSED}|${ENDPOINT}`,
    "Storage's address of S3 has the path /storage/v1/s3 (evolution-foundation/evolution-api, issue 1478)",
    { AWS_S3_ENDPOINT_URL: `https://${REF}.supabase.co`, AWS_STORAGE_BUCKET_NAME: "media" },
    django,
  ),
  by(
    REFUSED,
    "a zone is no region (jschneier/django-storages, pull request 715's kind)",
    { AWS_S3_REGION_NAME: "eu-west-2a", AWS_STORAGE_BUCKET_NAME: "media" },
    django,
  ),
  by(
    `${REFUSED}|${ENDPOINT}`,
    "supabase-js ends: Invalid supabaseUrl, must be a valid HTTP or HTTPS URL (supabase/supabase-js)",
    { SUPABASE_URL: `${REF}.supabase.co`, SUPABASE_ANON_KEY: key("anon") },
    nest,
  ),
  by(
    `${REFUSED}|${ENDPOINT}|${REFERENCE}`,
    "projects are at supabase.co (Supabase's page on its API)",
    { SUPABASE_URL: `https://${REF}.supabase.com`, SUPABASE_ANON_KEY: key("anon") },
    nest,
  ),
  by(
    `${REFUSED}|${ROLE}|${PLACEHOLDER}`,
    "a key has three parts, and the first is all that was copied (baturyilmaz/wordpecker-app, issue 8's kind)",
    { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_ANON_KEY: key("anon").split(".")[0] ?? "" },
    nest,
  ),
  by(
    ONE_PROJECT,
    "the key is of another project than the address: 401 (Supabase's page on API keys)",
    { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_SERVICE_ROLE_KEY: key("service_role", OTHER) },
    nest,
  ),
  by(
    INNER,
    "backend is a name of the compose file's network (taskforcesh/bullmq, issue 2764's kind)",
    { API_URL: "http://backend:8000" },
    { ...nest, command: "npx next start -p $PORT" },
  ),
  by(
    `${INNER}|${PLACEHOLDER}`,
    "a visitor's browser finds no name of a compose file's (usinateccom/hw-fullstack-monorepo, issue 72's kind)",
    { NEXT_PUBLIC_API_URL: "http://backend:8000" },
    { ...nest, command: "npx next start -p $PORT" },
  ),
  by(
    HERE,
    "0.0.0.0 is where a server listens, and nobody asks it there (fastapi/fastapi's questions)",
    { BACKEND_URL: "http://0.0.0.0:5000" },
    { ...nest, command: "npx next start -p $PORT" },
  ),
  by(
    `${LOCAL}|${NEED}`,
    "no MongoDB runs beside the service",
    { MONGODB_URI: "mongodb://127.0.0.1:27017/shop" },
    nest,
  ),
  by(
    INNER,
    "rabbitmq is a name of the compose file's network",
    { RABBITMQ_URL: "amqp://guest:guest@rabbitmq:5672" },
    nest,
  ),
  by(
    `${LOCAL}|${NEED}|${NETWORK}`,
    "no Elasticsearch runs beside the service",
    { ELASTICSEARCH_URL: "http://localhost:9200" },
    django,
  ),
];
