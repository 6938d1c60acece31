// Longer than 200 lines: one table of manifests, so that each is listed once.
import type { Dated } from "../domain/dated";

/** A deploy manifest that no reader takes: what it says of a service is not judged, and the audit names it. */
export interface UnreadManifest {
  /** The platform or tool, as people write it. */
  readonly tool: string;
  /** Its name, or its path's end where its name alone says too little. */
  readonly file: RegExp;
  /** What its text holds, where other files have the same name. @default anything */
  readonly holds?: RegExp;
  /** Where its name and place are documented. */
  readonly source: string;
}

/**
 * Manifests of platforms and tools that deploy a service, beside those that readers take. Koyeb has none:
 * it takes a Dockerfile or a Procfile, and settings of its dashboard; so does Coolify where no `coolify.json` is applied. Dokku's app.json and Procfile
 * are read as Heroku's. The day is of Kamal, App Runner, Elastic Beanstalk, DigitalOcean, Northflank, Zeabur, Vercel,
 * Netlify and Cloudflare; the other rows name their source and are _not confirmed_. A row that is wrong costs a line of
 * the report, and no verdict.
 */
export const UNREAD_MANIFESTS: Dated<readonly UnreadManifest[]> = {
  read: "2026-11-29",
  source: "the page of each row",
  value: [
    {
      tool: "Kamal",
      file: /(?:^|\/)config\/deploy(?:\.[\w-]+)?\.ya?ml$/,
      holds: /^(?:service|image|servers|proxy|registry):/m,
      source: "kamal-deploy.org/docs/configuration",
    },
    {
      tool: "Google Cloud Run",
      file: /\.ya?ml$/,
      holds: /^apiVersion:\s*["']?(?:serving\.knative\.dev|run\.googleapis\.com)\//m,
      source: "cloud.google.com/run/docs/reference/yaml/v1",
    },
    {
      tool: "Google App Engine",
      file: /(?:^|\/)app(?:\.[\w-]+)?\.ya?ml$/,
      holds: /^(?:runtime|env):\s*["']?(?:nodejs|python|go|java|ruby|php|custom|flex|standard)/m,
      source: "cloud.google.com/appengine/docs/standard/reference/app-yaml",
    },
    {
      tool: "Google Cloud Build",
      file: /(?:^|\/)cloudbuild(?:\.[\w-]+)?\.(?:ya?ml|json)$/,
      source: "cloud.google.com/build/docs/build-config-file-schema",
    },
    {
      tool: "AWS App Runner",
      file: /(?:^|\/)apprunner\.yaml$/,
      source: "docs.aws.amazon.com/apprunner/latest/dg/config-file.html",
    },
    {
      tool: "AWS Elastic Beanstalk",
      file: /(?:^|\/)(?:\.ebextensions\/[^/]+\.config|\.elasticbeanstalk\/config\.yml)$/,
      source: "docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html",
    },
    {
      tool: "AWS Copilot",
      file: /(?:^|\/)copilot\/[^/]+\/manifest\.yml$/,
      source: "aws.github.io/copilot-cli/docs/manifest/overview",
    },
    {
      tool: "AWS SAM",
      file: /(?:^|\/)(?:template|sam)\.ya?ml$/,
      holds: /AWS::Serverless/,
      source: "docs.aws.amazon.com/serverless-application-model",
    },
    {
      tool: "Amazon ECS",
      file: /(?:^|\/)(?:task-?def(?:inition)?|ecs-task-def(?:inition)?)(?:[.-][\w-]+)?\.json$/i,
      holds: /"containerDefinitions"/,
      source: "docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
    },
    {
      tool: "DigitalOcean App Platform",
      file: /(?:^|\/)\.do\/[^/]+\.ya?ml$/,
      source: "docs.digitalocean.com/products/app-platform/reference/app-spec",
    },
    {
      tool: "Azure Developer CLI",
      file: /(?:^|\/)azure\.yaml$/,
      source: "learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema",
    },
    {
      tool: "Azure Bicep",
      file: /\.bicep$/,
      source: "learn.microsoft.com/azure/azure-resource-manager/bicep/file",
    },
    {
      tool: "Azure Pipelines",
      file: /(?:^|\/)azure-pipelines(?:[.-][\w-]+)?\.ya?ml$/,
      source: "learn.microsoft.com/azure/devops/pipelines/yaml-schema",
    },
    {
      tool: "Vercel",
      file: /(?:^|\/)(?:vercel\.(?:json|toml|[cm]?[jt]s)|now\.json)$/,
      source: "vercel.com/docs/project-configuration",
    },
    {
      tool: "Netlify",
      file: /(?:^|\/)netlify\.toml$/,
      source: "docs.netlify.com/configure-builds/file-based-configuration",
    },
    {
      tool: "Cloudflare Workers",
      file: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/,
      source: "developers.cloudflare.com/workers/wrangler/configuration",
    },
    {
      tool: "Firebase Hosting",
      file: /(?:^|\/)firebase\.json$/,
      holds: /"hosting"/,
      source: "firebase.google.com/docs/hosting/full-config",
    },
    {
      tool: "Northflank",
      file: /(?:^|\/)northflank(?:\.[\w-]+)?\.json$/,
      source: "northflank.com/docs/v1/application/infrastructure-as-code/gitops-on-northflank",
    },
    {
      tool: "Coolify",
      file: /(?:^|\/)coolify\.json$/,
      source: "coolify.io/docs/cli/command-reference/commands/config/apply",
    },
    { tool: "Zeabur", file: /(?:^|\/)zbpack(?:\.[\w-]+)?\.json$/, source: "github.com/zeabur/zbpack" },
    {
      tool: "CapRover",
      file: /(?:^|\/)captain-definition$/,
      source: "caprover.com/docs/captain-definition-file.html",
    },
    {
      tool: "Scalingo",
      file: /(?:^|\/)scalingo\.json$/,
      source: "doc.scalingo.com/platform/app/app-manifest",
    },
    {
      tool: "Clever Cloud",
      file: /(?:^|\/)clevercloud\/[^/]+\.json$/,
      source: "clever-cloud.com/developers/doc",
    },
    {
      tool: "Upsun",
      file: /(?:^|\/)(?:\.platform\.app\.yaml|\.(?:upsun|platform)\/[^/]+\.yaml)$/,
      source: "docs.upsun.com/create-apps.html",
    },
    {
      tool: "Nixpacks",
      file: /(?:^|\/)nixpacks\.(?:toml|json)$/,
      source: "nixpacks.com/docs/configuration/file",
    },
    { tool: "Railpack", file: /(?:^|\/)railpack\.json$/, source: "railpack.com/config/file" },
    {
      tool: "Cloud Native Buildpacks",
      file: /(?:^|\/)project\.toml$/,
      holds: /^\[(?:_|\[?io\.buildpacks|build)/m,
      source: "buildpacks.io/docs/reference/config/project-descriptor",
    },
    {
      tool: "Kubernetes",
      file: /\.ya?ml$/,
      holds: /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|CronJob|Ingress|Rollout)["']?\s*$/m,
      source: "kubernetes.io/docs/concepts/workloads",
    },
    { tool: "Helm", file: /(?:^|\/)Chart\.yaml$/, source: "helm.sh/docs/topics/charts" },
    { tool: "Skaffold", file: /(?:^|\/)skaffold\.ya?ml$/, source: "skaffold.dev/docs/references/yaml" },
    {
      tool: "Nomad",
      file: /\.nomad(?:\.hcl)?$/,
      source: "developer.hashicorp.com/nomad/docs/job-specification",
    },
    {
      tool: "Serverless Framework",
      file: /(?:^|\/)serverless(?:\.[\w-]+)?\.ya?ml$/,
      source: "serverless.com/framework/docs",
    },
    { tool: "SST", file: /(?:^|\/)sst\.config\.ts$/, source: "sst.dev/docs/reference/config" },
    {
      tool: "Terraform",
      file: /\.tf(?:\.json)?$/,
      source: "developer.hashicorp.com/terraform/language/files",
    },
    {
      tool: "Ansible",
      file: /(?:^|\/)ansible\.cfg$/,
      source: "docs.ansible.com/ansible/latest/reference_appendices",
    },
    {
      tool: "Capistrano",
      file: /(?:^|\/)Capfile$/,
      source: "capistranorb.com/documentation/getting-started/structure",
    },
    {
      tool: "Deployer",
      file: /(?:^|\/)deploy\.(?:php|ya?ml)$/,
      holds: /recipe\//,
      source: "deployer.org/docs",
    },
    {
      tool: "GitLab CI",
      file: /(?:^|\/)\.gitlab-ci\.yml$/,
      source: "docs.gitlab.com/ci/yaml",
    },
    {
      tool: "CircleCI",
      file: /(?:^|\/)\.circleci\/config\.yml$/,
      source: "circleci.com/docs/configuration-reference",
    },
    {
      tool: "Bitbucket Pipelines",
      file: /(?:^|\/)bitbucket-pipelines\.yml$/,
      source: "support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference",
    },
    {
      tool: "systemd",
      file: /\.service$/,
      holds: /^ExecStart=/m,
      source: "freedesktop.org/software/systemd/man/systemd.service.html",
    },
  ],
};
