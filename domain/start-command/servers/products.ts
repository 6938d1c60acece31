import type { Server } from "../server";

const ON_LOOPBACK = { host: "127.0.0.1" } as const;
const ON_ALL = { host: "0.0.0.0" } as const;
const HOST_AND_PORT = { hostFlags: ["--host"], portFlags: ["--port"] } as const;
const onPort = (port: string) => ({ port: { from: "default", port } }) as const;

/** Other programs that bring a service of their own, and sites' tools; each as its own documentation says. */
export const PRODUCTS: readonly Server[] = [
  // mkdocs.org/user-guide/cli; its settings may say another address.
  {
    names: ["mkdocs"],
    servingWords: ["serve"],
    bindFlags: ["-a", "--dev-addr"],
    bindPort: "8000",
    hostSettings: "mkdocs.yml",
  },
  // gohugo.io/commands/hugo_server
  {
    names: ["hugo"],
    servingWords: ["server", "serve"],
    hostFlags: ["--bind"],
    portFlags: ["-p", "--port"],
    ...ON_LOOPBACK,
    ...onPort("1313"),
  },
  // gatsbyjs.com/docs/reference/gatsby-cli
  {
    names: ["gatsby"],
    servingWords: ["serve"],
    hostFlags: ["-H", "--host"],
    portFlags: ["-p", "--port"],
    ...{ host: "localhost", ...onPort("9000") },
  },
  // docusaurus.io/docs/cli
  {
    names: ["docusaurus"],
    servingWords: ["serve", "start"],
    hostFlags: ["-h", "--host"],
    portFlags: ["-p", "--port"],
    ...{ host: "localhost", ...onPort("3000") },
  },
  // angular.dev/cli/serve: localhost, unless its settings say another address.
  { names: ["ng"], servingWords: ["serve", "s", "dev"], ...HOST_AND_PORT, hostSettings: "angular.json" },
  // cli.vuejs.org: its settings may say another address.
  { names: ["vue-cli-service"], servingWords: ["serve"], ...HOST_AND_PORT },
  // jekyllrb.com/docs/configuration/options
  {
    names: ["jekyll"],
    servingWords: ["serve", "server", "s"],
    hostFlags: ["-H", "--host"],
    portFlags: ["-P", "--port"],
    daemonFlags: ["-B"],
    hostSettings: "_config.yml",
  },
  // nuxt.com/docs/api/commands/preview: the server of Nitro
  {
    names: ["nuxt", "nuxi"],
    servingWords: ["preview", "start"],
    portFlags: ["-p", "--port"],
    hostVariables: ["NITRO_HOST", "HOST"],
    portVariables: ["NUXT_PORT", "NITRO_PORT"],
    ...ON_ALL,
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  // directus.io/docs: configuration, general
  {
    names: ["directus"],
    servingWords: ["start"],
    hostVariables: ["HOST"],
    ...ON_ALL,
    port: { from: "variable", variable: "PORT", fallback: "8055" },
  },
  // docs.n8n.io/hosting/configuration/environment-variables/deployment
  {
    names: ["n8n"],
    servingWords: ["start"],
    hostVariables: ["N8N_LISTEN_ADDRESS"],
    portVariables: ["N8N_PORT"],
    ...ON_ALL,
    ...onPort("5678"),
  },
  // pocketbase.io/docs: without a domain it binds loopback.
  {
    names: ["pocketbase"],
    servingWords: ["serve"],
    bindFlags: ["--http"],
    bindPort: "8090",
    ...ON_LOOPBACK,
    ...onPort("8090"),
  },
  // caddyserver.com/docs/command-line
  {
    names: ["caddy"],
    servingWords: ["file-server"],
    bindFlags: ["-l", "--listen"],
    bindPort: "80",
    ...ON_ALL,
    ...onPort("80"),
  },
  // socketry/falcon: lib/falcon/command/serve.rb
  {
    names: ["falcon"],
    servingWords: ["serve"],
    bindFlags: ["-b", "--bind"],
    bindPort: "9292",
    ...{ host: "localhost", ...onPort("9292") },
  },
  // meilisearch.com/docs: instance options
  {
    names: ["meilisearch"],
    bindFlags: ["--http-addr"],
    bindVariables: ["MEILI_HTTP_ADDR"],
    elsewhereFlags: ["--config-file-path"],
    bindPort: "7700",
    ...{ host: "localhost", ...onPort("7700") },
  },
  // docs.ollama.com/faq
  {
    names: ["ollama"],
    servingWords: ["serve"],
    bindVariables: ["OLLAMA_HOST"],
    bindPort: "11434",
    ...ON_LOOPBACK,
    ...onPort("11434"),
  },
  // docs.postgrest.org: references, configuration
  {
    names: ["postgrest"],
    hostVariables: ["PGRST_SERVER_HOST"],
    portVariables: ["PGRST_SERVER_PORT"],
  },
];
