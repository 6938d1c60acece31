import type { ExplainedCase } from "../nineteenth-form";
import { django, key, laravelApp, laravelBy, nest, rails } from "./posted-connections-form";
import { CANARY, REF, SESSION, sound } from "./posted-services-form";

const by = (why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  sound(why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });
const next = { ...nest, command: "npx next start -p $PORT" };

/** Origins, keys, mail, disks and builds that look like those that were posted, and work. */
export const POSTED_SOUND_SETTINGS: readonly ExplainedCase[] = [
  by("origins without a slash (Eshajha19/agri, issue 1406)", {
    CORS_ORIGINS: "https://fasal.plum.coop,https://plum.coop",
  }),
  by(
    "an origin of a preview, and a pattern",
    { ALLOWED_ORIGINS: "https://plum.coop,https://*.vercel.app" },
    nest,
  ),
  by(
    "a developer's origin beside the real one (usinateccom/hw-fullstack-monorepo, issue 72)",
    { CORS_ORIGIN: "https://plum.coop,http://localhost:3000" },
    nest,
  ),
  by(
    "an address for links may have a slash",
    { FRONTEND_URL: "https://plum.coop/", SITE_URL: "https://plum.coop/shop/" },
    nest,
  ),
  by(
    "trusted origins with their scheme",
    {
      CSRF_TRUSTED_ORIGINS: "https://*.onrender.com,https://plum.coop",
      ALLOWED_HOSTS: ".onrender.com,plum.coop",
    },
    django,
  ),
  by(
    "the callback is the service's own (Shivayan09/Vector, issue 1029)",
    {
      GOOGLE_CALLBACK_URL: "https://plum-api.onrender.com/api/auth/google/callback",
      GOOGLE_CLIENT_ID: "417003391824-plumterrace5k2quince7medlar.apps.googleusercontent.com",
    },
    nest,
  ),
  by("a path alone is put behind the host", { GOOGLE_CALLBACK_PATH: "/auth/google/callback" }, nest),
  by(
    "NextAuth's address and secret",
    {
      NEXTAUTH_URL: "https://shop.plum.coop",
      AUTH_TRUST_HOST: "true",
      AUTH_SECRET: "k5Rowan2Quince9Medlar4Damson7Sloe",
    },
    next,
  ),
  by("Laravel's address", { ...laravelBy(), APP_URL: "https://shop.plum.coop" }, laravelApp),
  by("Rails's host", { APP_HOST: "shop.plum.coop", RAILS_ENV: "production", RAILS_LOG_LEVEL: "info" }, rails),
  by("every host", { ALLOWED_HOSTS: "*" }, django),
  by(
    "Stripe's keys in their variables",
    {
      STRIPE_SECRET_KEY: `sk_live_51Q${CANARY}hV6dXoJ4`,
      STRIPE_PUBLISHABLE_KEY: `pk_live_51Q${CANARY}hV6dXoJ4`,
      STRIPE_WEBHOOK_SECRET: `whsec_${CANARY}Quince2Medlar4`,
    },
    nest,
  ),
  by(
    "the publishable key is for pages",
    { NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: `pk_live_51Q${CANARY}hV6dXoJ4` },
    next,
  ),
  by(
    "a restricted key of Stripe's is a secret too",
    { STRIPE_SECRET_KEY: `rk_live_51Q${CANARY}hV6dXoJ4` },
    nest,
  ),
  by(
    "Storage by S3 (Supabase's page on S3)",
    {
      AWS_S3_ENDPOINT_URL: `https://${REF}.storage.supabase.co/storage/v1/s3`,
      AWS_S3_REGION_NAME: "eu-west-2",
      AWS_STORAGE_BUCKET_NAME: "media",
    },
    django,
  ),
  by(
    "Storage by S3, at the older address",
    { S3_ENDPOINT: `https://${REF}.supabase.co/storage/v1/s3`, S3_REGION: "eu-west-2" },
    nest,
  ),
  by(
    "the API's address, with a slash",
    { SUPABASE_URL: `https://${REF}.supabase.co/`, SUPABASE_ANON_KEY: key("anon") },
    nest,
  ),
  by(
    "keys of the newer form",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_ANON_KEY: `sb_publishable_${CANARY}Rd_Tz1mQ0xB`,
      SUPABASE_SERVICE_ROLE_KEY: `sb_secret_${CANARY}Rd_Tz1mQ0xB`,
    },
    nest,
  ),
  by(
    "the page asks the service's public address",
    { NEXT_PUBLIC_API_URL: "https://plum-api.onrender.com" },
    next,
  ),
  by(
    "MongoDB at Atlas",
    { MONGODB_URI: `mongodb+srv://plum:${CANARY}@cluster0.k4w2q.mongodb.net/shop` },
    nest,
  ),
  by("RabbitMQ at CloudAMQP", { RABBITMQ_URL: `amqps://plum:${CANARY}@stork.rmq.cloudamqp.com/plum` }, nest),
];
