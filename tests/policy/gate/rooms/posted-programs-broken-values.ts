import { type BrokenProgram, registryCredential, values, web } from "../eighteenth-form";
import { python } from "../twentieth-form";
import {
  broken,
  CANARY,
  DOMAIN,
  GUNICORN,
  NETWORK,
  REFUSED,
  SESSION,
  UNICORN,
  vite,
} from "./posted-programs-form";

/** Broken programs of domains, values and credentials. */
export const POSTED_PROGRAMS_BROKEN_VALUES: readonly BrokenProgram[] = [
  broken(
    "tern-domain-with-a-scheme",
    [DOMAIN],
    ["web", "customDomains"],
    "A domain is a name alone.",
    "Render's page on custom domains",
    { web: python("tern-web", UNICORN, {}, { customDomains: [{ name: "https://api.tern-reef.example" }] }) },
    [["web", "customDomains[0].name"]],
  ),
  broken(
    "tern-domain-of-two",
    [DOMAIN],
    ["pages", "customDomains"],
    "Render refuses a domain that another service has.",
    "superplanehq/superplane, issue 4456",
    {
      web: python("tern-web", UNICORN, {}, { customDomains: [{ name: "app.tern-reef.example" }] }),
      pages: vite({}, { customDomains: [{ name: "app.tern-reef.example" }] }),
    },
    [
      ["pages", "customDomains[0].name"],
      ["web", "customDomains"],
    ],
  ),
  broken(
    "tern-hosts-of-a-laptop",
    ["service/allowed-hosts"],
    ["web", "envVars.ALLOWED_HOSTS"],
    "Django answers each request under onrender.com with 400.",
    "Ambrose-OO/enhanced_access_portal_v2, issue 49",
    { web: python("tern-web", GUNICORN, { ALLOWED_HOSTS: "localhost,127.0.0.1", DATABASE_URL: SESSION }) },
  ),
  broken(
    "tern-origins-without-a-scheme",
    [REFUSED],
    ["web", "envVars.CSRF_TRUSTED_ORIGINS"],
    "Since Django 4 each origin begins with its scheme: the check 4_0.E001 ends the start.",
    "TheSpaghettiDetective/obico-server, issue 1093; 0x4bs3nt/urlinks, pull request 48",
    {
      web: python("tern-web", GUNICORN, {
        CSRF_TRUSTED_ORIGINS: "tern-web.onrender.com",
        DATABASE_URL: SESSION,
      }),
    },
  ),
  broken(
    "tern-origin-with-a-slash",
    [REFUSED],
    ["web", "envVars.CORS_ALLOWED_ORIGINS"],
    "An origin has no path: django-cors-headers refuses it, and others match no browser's header.",
    "chaynHQ/bloom-backend, pull request 1081; oslabs-beta/Lambda-Lens, pull request 89",
    {
      web: python("tern-web", GUNICORN, { CORS_ALLOWED_ORIGINS: "https://tern-pages.onrender.com/" }),
      pages: vite({}),
    },
  ),
  broken(
    "tern-flower-at-its-own-port",
    ["port/agreement"],
    ["flower", "startCommand"],
    "Flower opens 5555, and PORT says 8000.",
    "Flower's page on its options; Render's page on ports",
    {
      flower: python("tern-flower", "celery -A tern flower --address=0.0.0.0 --port=5555", {
        CELERY_BROKER_URL: "redis://red-d0tern0reef0canary0q:6379",
      }),
    },
    [["flower", "envVars.PORT"]],
  ),
  broken(
    "tern-image-with-the-credential-of-another",
    ["service/registry-credential"],
    ["web", "runtimeSource"],
    "Docker Hub's user is none of ghcr.io: unauthorized.",
    "coollabsio/coolify, issue 999; acorn-io/runtime, issue 1548",
    {
      hub: registryCredential({ name: "hub", registry: "DOCKER", username: "tern", authToken: CANARY }),
      web: web({
        name: "tern-web",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: {
          image: { imageUrl: "ghcr.io/tern-reef/web", tag: "1.4.0", registryCredentialId: "${hub.id}" },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000" }),
      }),
    },
    [["hub", "registry"]],
  ),
  broken(
    "tern-two-secrets-of-one-token",
    [REFUSED],
    ["engine", "envVars.JWT_SECRET"],
    "Each service draws a secret of its own, and the one refuses the other's tokens.",
    "kitokoh/leopardo-hr, pull request 4008; LabsCrypt/flowfi, issue 564",
    {
      api: python(
        "tern-api",
        UNICORN,
        {},
        {
          envVars: {
            ...values({ PORT: "8000", ENGINE_URL: "http://tern-engine:8000" }),
            JWT_SECRET: { generateValue: true },
          },
        },
      ),
      engine: python(
        "tern-engine",
        UNICORN,
        {},
        { envVars: { ...values({ PORT: "8000" }), JWT_SECRET: { generateValue: true } } },
      ),
    },
    [["api", "envVars.JWT_SECRET"]],
  ),
  broken(
    "tern-mail-from-a-free-service",
    ["service/blocked-port", NETWORK],
    ["web", "envVars.EMAIL_PORT"],
    "Free services reach no port 587.",
    "Render's page on free services",
    {
      web: python(
        "tern-web",
        GUNICORN,
        { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
        { plan: "free" },
      ),
    },
  ),
];
