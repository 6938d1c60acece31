import { type BrokenProgram, site } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import { breaks, pages, SESSION, works } from "./twenty-third-form";

/** Broken programs of reports in which a secret is public, a file is missing, or no request is answered. */
export const ILL_KEPT_OF_TWENTY_THIRD: readonly BrokenProgram[] = [
  breaks(
    ["secret/in-browser"],
    [["pages", "envVars.VITE_OPENAI_API_KEY"]],
    works(
      "key-of-openai-in-pages",
      "Vite writes each VITE_ variable into the script that browsers load.",
      "Vite's page on variables",
      {
        pages: site(
          pages("lark-pages", "npm ci && npm run build", "dist", {
            VITE_OPENAI_API_KEY: "sk-proj-Qe7TarnMoss4wBarrow2cKestrel9mFen5xLark3vSedge8kLedge",
          }),
        ),
      },
    ),
  ),
  breaks(
    ["environment/missing-file"],
    [
      ["api", "envVars.GOOGLE_APPLICATION_CREDENTIALS"],
      ["api", "secretFiles"],
    ],
    works(
      "credentials-under-another-name",
      "The file is /etc/secrets/google-credentials.json, and Google's library opens another one.",
      "Render's page on secret files",
      {
        api: nodeApp(
          "lark-api",
          "node dist/main.js",
          {
            DATABASE_URL: `${SESSION}?sslmode=no-verify`,
            GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/service-account.json",
          },
          {
            secretFiles: {
              "google-credentials.json": {
                content: '{"type":"service_account","project_id":"lark-42","private_key_id":"h7TarnMoss4w"}',
              },
            },
          },
        ),
      },
    ),
  ),
  breaks(
    ["service/allowed-hosts"],
    [
      ["shop", "envVars.DJANGO_ALLOWED_HOSTS"],
      ["shop", "envVars.ALLOWED_HOSTS"],
    ],
    works(
      "hosts-of-the-platform-before",
      "Django answers 400 under the name that Render gives the service, and so to each health check.",
      "Django's page on settings; railwayapp/docs#616",
      {
        shop: python("lark-shop", GUNICORN, {
          DATABASE_URL: SESSION,
          DJANGO_ALLOWED_HOSTS: "lark-shop.up.railway.app,healthcheck.railway.app",
        }),
      },
    ),
  ),
  breaks(
    ["service/health-check-path"],
    [["api", "healthCheckPath"]],
    works(
      "check-by-a-whole-address",
      "The check is a path of the service, which begins with a slash, and no address.",
      "Render's page on health checks",
      {
        api: nodeApp(
          "lark-api",
          "node dist/main.js",
          { DATABASE_URL: `${SESSION}?sslmode=no-verify` },
          { healthCheckPath: "http://localhost:8000/health" },
        ),
      },
    ),
  ),
];
