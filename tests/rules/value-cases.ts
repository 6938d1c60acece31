import { ALL_VARIABLES, type Fact, unknown } from "../../domain";
import { type Cases, here, render, start, variable } from "./facts";

const URN = "urn:pulumi:production::acme::render:index/webService:WebService::api";
const atResource = (fact: Fact): Fact => ({
  ...fact,
  place: { source: "resource", urn: URN, property: "envVars" },
});
const open = (name: string, value: string): Fact => atResource(variable(name, value));
const key = (role: string) =>
  ["{}", JSON.stringify({ iss: "supabase", ref: "abcdefghijklmnopqrst", role, exp: 2_079_576_000 })]
    .map((part) => Buffer.from(part.replace("{}", '{"alg":"HS256"}')).toString("base64url"))
    .concat("q7Rr0mV3cXz9TnB2kLw5YhD8")
    .join(".");
const image = (imageUrl: string): Fact => ({
  kind: "origin",
  of: "image",
  place: here,
  url: { known: true, value: imageUrl },
});
const credential = (registry: string): Fact => ({
  kind: "neighbour",
  place: here,
  platform: "render",
  is: "registry credential",
  name: "robot",
  hosts: [],
  registry,
  usedBy: [URN],
});

/** Values that their reader refuses, keys under another's name, and credentials of another registry. */
export const VALUE_CASES: Cases = {
  "environment/refused-value": [
    ["a module of settings", [variable("DJANGO_SETTINGS_MODULE", "orchard.settings")], undefined],
    ["a path of settings", [variable("DJANGO_SETTINGS_MODULE", "orchard/settings.py")], /a path/],
    ["a value that is filled in later", [variable("DJANGO_SETTINGS_MODULE", "${SETTINGS}/x")], undefined],
    ["a broker by HTTP", [variable("CELERY_BROKER_URL", "https://x.upstash.io")], /no transport/],
    [
      "options of node",
      [start("node main.js"), variable("NODE_OPTIONS", "--max-old-space-size=400")],
      undefined,
    ],
    [
      "an option of its command line",
      [start("node main.js"), variable("NODE_OPTIONS", "--env-file=.env")],
      /command line alone/,
    ],
    [
      "the same where nothing runs node",
      [start("uvicorn main:app"), variable("NODE_OPTIONS", "--watch")],
      undefined,
    ],
    ["a key of Rails", [variable("RAILS_MASTER_KEY", "4f1d0c9b7e2a38f6b5d4c3a291807060")], undefined],
    ["a key of Rails that is cut", [variable("RAILS_MASTER_KEY", "4f1d0c9b")], /decrypts nothing/],
    ["a mode of gin", [variable("GIN_MODE", "release")], undefined],
    ["a word that gin does not know", [variable("GIN_MODE", "production")], /gin ends/],
    [
      "credentials in place of their file",
      [open("GOOGLE_APPLICATION_CREDENTIALS", '{"type":"service_account"}')],
      "unknown",
    ],
    [
      "a certificate in place of its file",
      [variable("NODE_EXTRA_CA_CERTS", "-----BEGIN CERTIFICATE-----")],
      /what would be in it/,
    ],
    ["a broker of contracts by HTTP", [variable("PACT_BROKER_URL", "https://acme.pactflow.io")], undefined],
    [
      "a key of a gateway for OpenAI's words",
      [open("OPENAI_API_KEY", "gsk_k3JqL9vXq7Rr0mV3cXz9TnB2")],
      "unknown",
    ],
    ["what code may change, in a file", [variable("REDIS_URL", "https://x.upstash.io")], undefined],
    ["what code may change, at a resource", [open("REDIS_URL", "https://x.upstash.io")], "unknown"],
    ["a name that no shell takes", [open("1PASSWORD_TOKEN", "a")], "unknown"],
    [
      "keys of Stripe under each other's names",
      [variable("STRIPE_SECRET_KEY", "pk_live_k3JqL9vX")],
      /another one of Stripe's/,
    ],
    ["a cookie for a public suffix", [variable("COOKIE_DOMAIN", ".onrender.com")], /public suffix/],
    ["a cookie for a domain", [variable("COOKIE_DOMAIN", ".acme.io")], undefined],
    [
      "an address where its variable's name belongs",
      [variable("REDIS_PROVIDER", "redis://a:6379")],
      /own machine/,
    ],
    [
      "a driver of MySQL beside a host of PostgreSQL",
      [variable("DB_CONNECTION", "mysql"), variable("DB_HOST", "aws-0-us-west-1.pooler.supabase.com")],
      /of another database/,
    ],
    [
      "a driver of MySQL beside its own host",
      [variable("DB_CONNECTION", "mysql"), variable("DB_HOST", "mysql.acme.io")],
      undefined,
    ],
    [
      "a port in an address of SRV records",
      [variable("MONGODB_URI", "mongodb+srv://c.ab.mongodb.net:27017/a")],
      /drivers refuse/,
    ],
    ["brokers by HTTP", [variable("KAFKA_BROKERS", "https://a.acme.io:9092")], /HTTP/],
    ["an origin with a path", [open("CORS_ORIGIN", "https://acme.io/")], "unknown"],
    ["a time zone", [open("TZ", "Europe/Berlin")], undefined],
    ["a time zone with a blank", [open("TZ", "America/New York")], "unknown"],
    ["a number with its unit", [open("EXPIRE_MINUTES", "30m")], "unknown"],
    ["a key of another maker", [variable("SENDGRID_API_KEY", "re_k3JqL9vX_q7Rr0mV3cXz9TnB2")], /another one/],
    ["a gateway's key", [variable("OPENAI_API_KEY", "gateway-k3JqL9vX")], undefined],
    [
      "a secret of Hasura that is no JSON",
      [variable("HASURA_GRAPHQL_JWT_SECRET", "k3JqL9vX")],
      /Hasura refuses/,
    ],
    ["a short secret of PostgREST", [variable("PGRST_JWT_SECRET", "k3JqL9vX")], /PostgREST refuses/],
    ["an environment of Rails with capitals", [variable("RAILS_ENV", "Production")], /no file/],
    ["a path that nothing expands", [open("PATH", "$PATH:/app/bin")], "unknown"],
    [
      "a block of PEM on one line",
      [open("JWT_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY-----")],
      "unknown",
    ],
    ["a pair of an exporter", [open("OTEL_EXPORTER_OTLP_HEADERS", "x-team=k3JqL9vX")], undefined],
    ["an address of mail without its scheme", [open("VAPID_SUBJECT", "push@acme.io")], "unknown"],
    [
      "a variable that is not known yet",
      [{ ...variable("GIN_MODE", ""), value: unknown("later") } as Fact],
      "unknown",
    ],
    [
      "variables of which no name is known",
      [{ ...variable(ALL_VARIABLES, ""), value: unknown("later") } as Fact],
      "unknown",
    ],
  ],
  "database/key-role": [
    ["the key for servers", [variable("SUPABASE_SERVICE_ROLE_KEY", key("service_role"))], undefined],
    [
      "the public key under its name",
      [variable("SUPABASE_SERVICE_ROLE_KEY", key("anon"))],
      /row level security/,
    ],
    [
      "the secret key for everybody",
      [variable("SUPABASE_ANON_KEY", key("service_role"))],
      /nothing is hidden/,
    ],
    ["either under a name that says nothing", [variable("SUPABASE_KEY", key("anon"))], undefined],
    ["a piece of a key", [variable("SUPABASE_ANON_KEY", "eyJhbGciOiJIUzI1NiJ9")], /a piece/],
    ["a header's word", [variable("SUPABASE_ANON_KEY", `Bearer ${key("anon")}`)], /a word of a header/],
    ["a key in place of the signing secret", [variable("SUPABASE_JWT_SECRET", key("anon"))], /a key/],
    [
      "a key that is not known yet",
      [{ ...variable("SUPABASE_ANON_KEY", ""), value: unknown("later") } as Fact],
      "unknown",
    ],
  ],
  "service/registry-credential": [
    ["a credential of the registry", [render, image("ghcr.io/acme/api"), credential("GITHUB")], undefined],
    ["one of another registry", [render, image("ghcr.io/acme/api"), credential("DOCKER")], /of kind DOCKER/],
    [
      "one beside an image of Docker Hub",
      [render, image("acme/api"), credential("GITHUB")],
      /of kind GITHUB/,
    ],
    ["a registry of one's own", [render, image("registry.acme.io/api"), credential("DOCKER")], undefined],
  ],
};
