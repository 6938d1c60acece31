import { LOCAL, MALFORMED, PLACEHOLDER, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, nest, springApp, springBy } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DEBUG,
  FILE,
  NEED,
  NETWORK,
  POOL,
  pooled,
  REFUSED,
  SESSION,
  UNTRUSTED,
  url,
} from "./posted-services-form";

const SERVICE_ACCOUNT =
  '{"type":"service_account","project_id":"plum-terrace","client_email":"shop@plum-terrace.iam"}';

/** Files, and settings of frameworks. */
export const POSTED_FILES: readonly ExplainedCase[] = [
  broken(FILE, "the folder is called secrets (Render's page on secret files)", {
    variables: { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secret/service-account.json" },
    secretFiles: { "service-account.json": SERVICE_ACCOUNT },
  }),
  broken(
    `${FILE}|${REFUSED}`,
    "the variable names a file, and has its content (Google's page on credentials)",
    {
      variables: { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: SERVICE_ACCOUNT },
    },
  ),
  broken(`${FILE}|${REFUSED}`, "the path is one of the writer's own machine (Google's page on credentials)", {
    variables: {
      DATABASE_URL: SESSION,
      GOOGLE_APPLICATION_CREDENTIALS: "C:\\Users\\anna\\keys\\service-account.json",
    },
  }),
  broken(`${FILE}|${UNTRUSTED}`, "no secret file of that name is there (Supabase's page on SSL)", {
    ...django,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
  }),
  broken(FILE, "no secret file of that name is there (Node's page on NODE_EXTRA_CA_CERTS)", {
    ...nest,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full"),
      NODE_EXTRA_CA_CERTS: "/etc/secrets/supabase-ca.pem",
    },
  }),
  broken(
    `${FILE}|${START}`,
    "Node ends without the file: .env: not found (Node's page on its command line)",
    {
      ...nest,
      command: "node --env-file=/etc/secrets/.env dist/main.js",
      variables: { NODE_ENV: "production" },
    },
  ),
  broken(
    `${REFUSED}|${MALFORMED}`,
    "the driver is MySQL's, and the URL PostgreSQL's (Spring Boot's page on data sources)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_DRIVER_CLASS_NAME: "com.mysql.cj.jdbc.Driver" }),
    },
  ),
  broken(
    PLACEHOLDER,
    "Spring fills in ${…} from variables that are not there (Spring Boot's page on its configuration)",
    {
      ...springApp,
      rule: `${PLACEHOLDER}|${MALFORMED}|${NEED}|${REFUSED}`,
      variables: springBy({ SPRING_DATASOURCE_URL: "jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}" }),
    },
  ),
  broken(
    `${PLACEHOLDER}|environment/interpolated-value|${MALFORMED}`,
    "Render fills in no other variable (Render's page on environment variables)",
    {
      variables: {
        DB_PASSWORD: CANARY,
        DATABASE_URL: url("postgres", `${POOL}:5432/postgres`).replace(CANARY, "${DB_PASSWORD}"),
      },
    },
  ),
  broken(REFUSED, "NEXTAUTH_URL has no scheme: Invalid URL (nextauthjs/next-auth's page on its options)", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: {
      DATABASE_URL: SESSION,
      NEXTAUTH_URL: "shop.plum.coop",
      NEXTAUTH_SECRET: "k5Rowan2Quince9Medlar4Damson7",
    },
  }),
  broken(
    `${DEBUG}|${PLACEHOLDER}|${LOCAL}|${NETWORK}|${REFUSED}`,
    "the page's visitors ask their own machine (riteshbonthalakoti/HELPDESK.AI, pull request 4007's kind)",
    {
      kind: "static",
      driver: "none",
      variables: { VITE_API_URL: "http://localhost:8000/api" },
      properties: { buildCommand: "npm ci && npm run build", publishPath: "dist" },
    },
  ),
];
