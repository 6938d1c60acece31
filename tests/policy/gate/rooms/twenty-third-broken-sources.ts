import { START } from "../batch";
import { type BrokenProgram, native, PIP, site, values, web } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN, other } from "../twenty-first-form";
import { breaks, job, pages, SESSION, works } from "./twenty-third-form";

/** Broken programs of reports whose source, schedule or folder is none that Render takes. */
export const SOURCELESS_OF_TWENTY_THIRD: readonly BrokenProgram[] = [
  breaks(
    ["service/cron-schedule"],
    [["digest", "schedule"]],
    works(
      "schedule-with-seconds",
      "The expression has Spring's six fields, and Render takes five.",
      "Render's page on cron jobs; render-oss/render-mcp-server#31",
      { digest: job("lark-digest", "0 0 7 * * MON-FRI", "python -m jobs.digest") },
    ),
  ),
  breaks(
    [START],
    [
      ["beat", "startCommand"],
      ["beat", "schedule"],
    ],
    works(
      "beat-of-celery-as-a-job",
      "Beat runs for ever, and Render ends each run after 12 hours while the next ones wait.",
      "Render's page on cron jobs; Celery's page on periodic tasks",
      {
        jobs: queue("lark-jobs", "celery -A shop worker -l info", { DATABASE_URL: SESSION }),
        beat: job("lark-beat", "*/5 * * * *", "celery -A shop beat -l info"),
      },
    ),
  ),
  breaks(
    ["service/native-without-start"],
    [
      ["shop", "startCommand"],
      ["shop", "runtimeSource"],
    ],
    works(
      "procfile-in-place-of-a-command",
      "Render reads no Procfile, and a native runtime has no other command.",
      "Render's page on moving from Heroku",
      {
        shop: web({
          name: "lark-shop",
          plan: "starter",
          region: "frankfurt",
          runtimeSource: native("python", PIP, "shop"),
          healthCheckPath: "/health",
          envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
        }),
      },
    ),
  ),
  breaks(
    ["service/source"],
    [
      ["api", "runtimeSource"],
      ["api", "runtimeSource.nativeRuntime.repoUrl"],
    ],
    works(
      "repository-by-ssh",
      "Render clones by https, and the address is git's own for a key of SSH.",
      "Render's description of its API",
      {
        api: nodeApp(
          "lark-api",
          "node dist/main.js",
          { DATABASE_URL: SESSION },
          {
            runtimeSource: {
              nativeRuntime: {
                runtime: "node",
                buildCommand: "npm ci && npm run build",
                repoUrl: "git@github.com:fen-and-lark/shop.git",
                branch: "main",
              },
            },
          },
        ),
      },
    ),
  ),
  breaks(
    ["service/source"],
    [
      ["flows", "runtimeSource"],
      ["flows", "runtimeSource.image.imageUrl"],
    ],
    works(
      "page-of-docker-hub-as-an-image",
      "This is the address of a page, and no reference of an image.",
      "distribution/reference's grammar; Render's page on images",
      {
        flows: web({
          name: "lark-flows",
          plan: "starter",
          region: "frankfurt",
          runtimeSource: { image: { imageUrl: "https://hub.docker.com/r/n8nio/n8n", tag: "latest" } },
          healthCheckPath: "/healthz",
          envVars: values({ PORT: "8000", N8N_PORT: "8000" }),
        }),
      },
    ),
  ),
  breaks(
    ["service/publish-path"],
    [
      ["pages", "publishPath"],
      ["pages", "buildCommand"],
    ],
    works(
      "folder-of-create-react-app-after-a-move-to-vite",
      "Vite is to write dist, and the folder build is not there: the deploy fails.",
      "Vite's page on static deploys; Render's page on static sites",
      {
        api: python("lark-api", GUNICORN, { DATABASE_URL: SESSION }),
        pages: site(
          pages("lark-pages", "npm ci && npx vite build --outDir dist", "build", {
            VITE_API_URL: "${api.url}",
          }),
        ),
      },
    ),
  ),
  breaks(
    ["blueprint/unknown-value"],
    [
      ["shop", "runtimeSource.nativeRuntime.runtime"],
      ["shop", "runtimeSource"],
    ],
    works(
      "php-as-a-native-runtime",
      "Render has no runtime of PHP: Laravel is deployed as an image.",
      "Render's page on languages",
      {
        shop: other(
          "php",
          "composer install --no-dev",
          "lark-shop",
          "php artisan serve --host 0.0.0.0 --port 8000",
          { DB_CONNECTION: "pgsql", DB_URL: SESSION },
        ),
      },
    ),
  ),
];
