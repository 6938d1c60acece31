import { cron, type ProgramCase, values, web, worker } from "../eighteenth-form";
import {
  boot,
  CANARY,
  dockerfile,
  ENCRYPTED,
  eloquent,
  ONE_PAGE,
  open,
  POOL,
  pages,
  RUBY,
  SESSION,
  service,
  USER,
} from "./twenty-fifth-form";

const key = `base64:${Buffer.from("a text of the lantern's 32 bytes").toString("base64")}`;
const LARAVEL = { ...eloquent(POOL), APP_KEY: key, QUEUE_CONNECTION: "database", DB_SSLMODE: "require" };
const placed = (name: string, startCommand: string) => ({
  name,
  plan: "starter",
  region: "singapore",
  startCommand,
  runtimeSource: dockerfile(),
});
const RAILS = {
  RAILS_ENV: "production",
  SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
  DATABASE_URL: SESSION,
};

/** Sound programs of whole applications, one for each stack. */
export const SOUND_STACKS_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-laravel-with-queue-and-schedule",
    why: "One image is the web service, the queue and the job of each minute, all by the pooler.",
    source: "a public guide of three services of Laravel; Laravel's page on queues",
    resources: {
      web: web({
        ...placed("lantern-web", "php artisan serve --host=0.0.0.0 --port=8000"),
        healthCheckPath: "/up",
        preDeployCommand: "php artisan migrate --force",
        envVars: values({ PORT: "8000", ...LARAVEL }),
      }),
      queue: worker({
        ...placed("lantern-queue", "php artisan queue:work --tries=3"),
        envVars: values(LARAVEL),
      }),
      schedule: cron({
        ...placed("lantern-schedule", "php artisan schedule:run"),
        schedule: "* * * * *",
        envVars: values(LARAVEL),
      }),
    },
  },
  {
    name: "twenty-fifth-spring-with-pages",
    why: "Spring Boot listens on SERVER_PORT, and the pages ask its public address.",
    source: "Supabase's quickstart of Spring Boot; public Blueprints",
    resources: {
      api: web({
        ...placed("lantern-api", "java -Xmx350m -jar /app/app.jar"),
        healthCheckPath: "/actuator/health",
        envVars: values({
          PORT: "8000",
          SERVER_PORT: "8000",
          SPRING_PROFILES_ACTIVE: "render",
          ...boot(`${POOL}:5432/postgres?sslmode=require`),
        }),
      }),
      pages: pages(
        "lantern-pages",
        "npm ci && npx vite build",
        "dist",
        { VITE_API_URL: "https://lantern-api.onrender.com" },
        ONE_PAGE,
      ),
    },
  },
  {
    name: "twenty-fifth-dotnet-with-its-worker",
    why: "Kestrel listens on all interfaces, and the worker of the same image on nothing.",
    source: "Microsoft's page on endpoints; Npgsql's page on connection strings",
    resources: {
      api: web({
        ...placed("lantern-api", "dotnet Lantern.Api.dll"),
        healthCheckPath: "/health",
        envVars: values({
          PORT: "8000",
          ASPNETCORE_HTTP_PORTS: "8000",
          ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=${USER};Password=${CANARY};SSL Mode=Require;Trust Server Certificate=true`,
        }),
      }),
      jobs: worker({
        ...placed("lantern-jobs", "dotnet Lantern.Jobs.dll"),
        envVars: values({ DOTNET_ENVIRONMENT: "Production" }),
      }),
    },
  },
  {
    name: "twenty-fifth-rails-with-solid-queue",
    why: "Jobs are in the database: no store is needed, and the worker runs bin/jobs.",
    source: "Rails's guide on Active Job",
    resources: {
      web: open(RUBY, "lantern-web", "bundle exec rails server -b 0.0.0.0 -p $PORT", RAILS, {
        healthCheckPath: "/up",
        preDeployCommand: "bundle exec rails db:prepare",
      }),
      jobs: service(worker, ["ruby", "bundle install"], "lantern-jobs", "bundle exec bin/jobs start", RAILS),
    },
  },
  {
    name: "twenty-fifth-go-with-its-job",
    why: "The binary reads PORT and listens on all interfaces; the job ends.",
    source: "Render's guide on Go",
    resources: {
      api: open(["go", "go build -tags netgo -ldflags '-s -w' -o app ./cmd/api"], "lantern-api", "./app", {
        DATABASE_URL: ENCRYPTED,
        GIN_MODE: "release",
      }),
      nightly: service(
        (more) => cron({ ...more, schedule: "15 2 * * *" }),
        ["go", "go build -o job ./cmd/nightly"],
        "lantern-nightly",
        "./job",
        { DATABASE_URL: ENCRYPTED },
      ),
    },
  },
  {
    name: "twenty-fifth-phoenix-of-render",
    why: "The release serves by PHX_SERVER, and its repository goes by session mode.",
    source: "Render's guide on Phoenix",
    resources: {
      web: open(["elixir", "./build.sh"], "lantern-web", "_build/prod/rel/lantern/bin/lantern start", {
        DATABASE_URL: SESSION,
        PHX_SERVER: "true",
        PHX_HOST: "lantern-web.onrender.com",
        SECRET_KEY_BASE: "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9Cc",
        ELIXIR_VERSION: "1.17.3",
      }),
    },
  },
];
