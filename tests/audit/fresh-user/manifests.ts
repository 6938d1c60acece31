import type { JudgedCase } from "../judged-case";
import { NODE } from "./cases";

const SERVER = 'require("http").createServer((_, answer) => answer.end()).listen(process.env.PORT);\n';
const node = (files: JudgedCase["files"]): JudgedCase["files"] => ({
  "package.json": NODE("node server.js"),
  "server.js": SERVER,
  ...files,
});
const named = (file: string, tool: string, text: string): JudgedCase => ({
  title: `a manifest of ${tool}, ${file}`,
  files: node({ [file]: text }),
  told: [],
  notRead: [`${file}: ${tool}`],
});

/** Manifests of platforms that no reader takes: each is named, with what it is. */
export const UNREAD: readonly JudgedCase[] = [
  named("config/deploy.yml", "Kamal", "service: shop\nimage: acme/shop\nservers:\n  web:\n    - 192.0.2.1\n"),
  named("config/deploy.staging.yml", "Kamal", "servers:\n  web:\n    - 192.0.2.1\n"),
  named(
    "service.yaml",
    "Google Cloud Run",
    "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n",
  ),
  named(
    "apprunner.yaml",
    "AWS App Runner",
    "version: 1.0\nruntime: nodejs22\nrun:\n  command: node server.js\n",
  ),
  named(".ebextensions/01.config", "AWS Elastic Beanstalk", "option_settings: []\n"),
  named(".do/app.yaml", "DigitalOcean App Platform", "name: shop\nservices:\n  - name: web\n"),
  named("azure.yaml", "Azure Developer CLI", "name: shop\nservices:\n  web:\n    host: containerapp\n"),
  named("vercel.json", "Vercel", '{ "framework": "nextjs" }\n'),
  named("netlify.toml", "Netlify", "[build]\n  publish = 'dist'\n"),
  named("wrangler.toml", "Cloudflare Workers", 'name = "shop"\nmain = "src/index.ts"\n'),
  named("wrangler.jsonc", "Cloudflare Workers", '{ "name": "shop" }\n'),
  named("northflank.json", "Northflank", '{ "apiVersion": "v1" }\n'),
  named("zbpack.json", "Zeabur", "{}\n"),
  named("coolify.json", "Coolify", "{}\n"),
  named("captain-definition", "CapRover", '{ "schemaVersion": 2, "dockerfilePath": "./Dockerfile" }\n'),
  named("nixpacks.toml", "Nixpacks", '[start]\ncmd = "node server.js"\n'),
  named("app.yaml", "Google App Engine", "runtime: nodejs22\nservice: default\n"),
  named(
    "k8s/deployment.yaml",
    "Kubernetes",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n",
  ),
  named("chart/Chart.yaml", "Helm", "apiVersion: v2\nname: shop\nversion: 0.1.0\n"),
  named("shop.nomad.hcl", "Nomad", 'job "shop" {}\n'),
  named("serverless.yml", "Serverless Framework", "service: shop\nprovider:\n  name: aws\n"),
  named("main.tf", "Terraform", 'resource "render_web_service" "shop" {}\n'),
  {
    title: "manifests that are read, and files of such names that are none",
    files: node({
      "fly.toml": 'app = "shop"\n\n[env]\n  PORT = "8080"\n\n[http_service]\n  internal_port = 8080\n',
      "service.yaml": "name: a file of our own\n",
      "app.yaml": "title: a file of our own\n",
      "config/deploy.yml": "steps: a file of our own\n",
    }),
    told: [],
    notRead: [],
  },
  {
    title: "Kamal's secrets that are references",
    files: node({
      ".kamal/secrets":
        "# taken from where they are\nKAMAL_REGISTRY_PASSWORD=$KAMAL_REGISTRY_PASSWORD\nRAILS_MASTER_KEY=$(cat config/master.key)\n",
    }),
    told: [],
    silent: ["secret/committed"],
  },
];
