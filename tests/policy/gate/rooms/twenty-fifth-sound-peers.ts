import { envGroup, envGroupLink, type ProgramCase, privateService, values, worker } from "../eighteenth-form";
import {
  CANARY,
  CELERY,
  contained,
  dockerfile,
  ENCRYPTED,
  GUNICORN,
  job,
  NODE,
  open,
  PYTHON,
  pages,
  pooled,
  pulled,
  SESSION,
  service,
} from "./twenty-fifth-form";

/** Further ones: by public addresses, by a group, and by a broker of their own. */
export const SOUND_PEERS_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-pages-that-rewrite-to-the-api",
    why: "The site leads /api to the public address, and each other address to its page.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: open(NODE, "lantern-api", "node server.js", { DATABASE_URL: SESSION }),
      pages: pages(
        "lantern-pages",
        "npm ci && npx vite build",
        "dist",
        { VITE_API_URL: "/api" },
        {
          routes: [
            { type: "rewrite", source: "/api/*", destination: "https://lantern-api.onrender.com/api/*" },
            { type: "rewrite", source: "/*", destination: "/index.html" },
          ],
        },
      ),
    },
  },
  {
    name: "twenty-fifth-job-that-asks-the-web-service",
    why: "The job asks the web service by its internal name and its port.",
    source: "Render's page on the private network",
    resources: {
      web: open(PYTHON, "lantern-web", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: SESSION,
      }),
      nightly: job(
        PYTHON,
        "lantern-nightly",
        "0 2 * * *",
        "curl -fsS -X POST http://lantern-web:8000/tasks/nightly",
        {},
      ),
    },
  },
  {
    name: "twenty-fifth-registry-of-services-by-its-public-address",
    why: "The registry is asked at 443, where onrender.com answers.",
    source: "Render's page on web services",
    resources: {
      eureka: contained("lantern-eureka", dockerfile({ dockerfilePath: "./eureka/Dockerfile" }), {
        PORT: "8000",
        SERVER_PORT: "8000",
      }),
      patients: contained("lantern-patients", dockerfile({ dockerfilePath: "./patients/Dockerfile" }), {
        PORT: "8000",
        SERVER_PORT: "8000",
        EUREKA_CLIENT_SERVICEURL_DEFAULTZONE: "https://lantern-eureka.onrender.com/eureka/",
      }),
    },
  },
  {
    name: "twenty-fifth-group-of-two-services",
    why: "The group has what both need, and each service its own PORT.",
    source: "Render's page on environment groups",
    resources: {
      shared: envGroup({
        name: "lantern-shared",
        envVars: values({ DATABASE_URL: ENCRYPTED, DJANGO_SETTINGS_MODULE: "config.settings.production" }),
      }),
      web: open(PYTHON, "lantern-web", GUNICORN),
      nightly: job(PYTHON, "lantern-nightly", "0 3 * * *", "python manage.py clearsessions", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}", "${nightly.id}"] }),
    },
  },
  {
    name: "twenty-fifth-broker-of-rabbit",
    why: "RabbitMQ is a private service with a user of its own, and Celery names it.",
    source: "RabbitMQ's image at Docker Hub",
    resources: {
      rabbit: privateService({
        name: "lantern-rabbit",
        plan: "standard",
        region: "singapore",
        runtimeSource: pulled("docker.io/library/rabbitmq", "3.13-management"),
        envVars: values({ RABBITMQ_DEFAULT_USER: "lantern", RABBITMQ_DEFAULT_PASS: CANARY }),
      }),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        CELERY_BROKER_URL: `amqp://lantern:${CANARY}@lantern-rabbit:5672//`,
        DATABASE_URL: pooled("5432/postgres"),
      }),
    },
  },
];
