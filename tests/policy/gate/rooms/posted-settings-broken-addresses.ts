import { LOCAL, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, laravelApp, laravelBy, nest, rails } from "./posted-connections-form";
import { broken, DEBUG, HOSTS, NETWORK, REFUSED, SESSION } from "./posted-services-form";

const HERE = `${DEBUG}|${PLACEHOLDER}|${LOCAL}|${NETWORK}`;
const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });

/** Origins, addresses, and keys of others. */
export const POSTED_ADDRESSES: readonly ExplainedCase[] = [
  by(REFUSED, "a browser's origin has no slash at its end (Eshajha19/agri, issue 1406)", {
    CORS_ORIGINS: "https://fasal.plum.coop/",
  }),
  by(
    REFUSED,
    "a browser's origin has no slash at its end (fruitcake/laravel-cors, issue 239)",
    { ...laravelBy(), CORS_ALLOWED_ORIGINS: "https://shop.plum.coop/" },
    laravelApp,
  ),
  by(
    REFUSED,
    "an origin has no path: corsheaders.E014 ends each command (adamchainz/django-cors-headers)",
    { CORS_ALLOWED_ORIGINS: "https://plum.coop/app,https://www.plum.coop" },
    django,
  ),
  by(
    REFUSED,
    "a browser's origin has no slash at its end (oslabs-beta/Lambda-Lens, pull request 89)",
    { ALLOWED_ORIGINS: "https://plum.coop/, https://www.plum.coop/" },
    nest,
  ),
  by(
    REFUSED,
    "the address is compared with a browser's origin (xarielah/jwt-auth-example, issue 8; chaynHQ/bloom-backend, pull request 1081)",
    { CORS_ORIGIN: "https://plum.coop/" },
    nest,
  ),
  by(REFUSED, "an origin has its scheme (Express's page on cors)", { CORS_ORIGIN: "plum.coop" }, nest),
  by(
    REFUSED,
    "an origin has its scheme: 4_0.E001 (Django's page on checks)",
    { CSRF_TRUSTED_ORIGINS: "*.onrender.com" },
    django,
  ),
  by(
    `${HERE}|${REFUSED}`,
    "each visitor's page is of another origin (Cong-ty-TNNH-Q-Tech/ICTU-AI-JUDGE, issue 154)",
    { ALLOWED_ORIGINS: "http://localhost:3000,http://localhost:5173" },
  ),
  by(
    HERE,
    "Google sends each visitor to their own machine (Shivayan09/Vector, issue 1029)",
    { GOOGLE_CALLBACK_URL: "http://localhost:5000/api/auth/google/callback" },
    nest,
  ),
  by(
    HERE,
    "Google sends each visitor to their own machine (dissorial/doc-chatbot, issue 10)",
    { NEXTAUTH_URL: "http://localhost:3000" },
    { ...nest, command: "npx next start -p $PORT" },
  ),
  by(HERE, "Google sends each visitor to their own machine (realpython/materials, issue 95)", {
    GOOGLE_REDIRECT_URI: "http://127.0.0.1:5000/login/callback",
  }),
  by(
    HERE,
    "cookies and callbacks are of another host (better-auth's page on its options)",
    { BETTER_AUTH_URL: "http://localhost:3000", BETTER_AUTH_SECRET: "k5Rowan2Quince9Medlar4Damson7Sloe" },
    nest,
  ),
  by(
    HERE,
    "each mail's link leads to its reader's own machine (Laravel's .env.example)",
    { ...laravelBy(), APP_URL: "http://localhost" },
    laravelApp,
  ),
  by(
    `${HERE}|${HOSTS}`,
    "each mail's link leads to its reader's own machine (Rails's guide on Action Mailer)",
    { APP_HOST: "localhost:3000", RAILS_ENV: "production" },
    rails,
  ),
  by(
    HOSTS,
    "Django answers 400 for each other host (Django's page on ALLOWED_HOSTS)",
    { ALLOWED_HOSTS: "127.0.0.1" },
    django,
  ),
  by(
    HOSTS,
    "a host has no slash (Django's page on ALLOWED_HOSTS)",
    { ALLOWED_HOSTS: "plum-api.onrender.com/" },
    django,
  ),
];
