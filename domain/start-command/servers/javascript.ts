import type { Server } from "../server";

/** Servers of JavaScript that a command starts. */
export const JAVASCRIPT_SERVERS: readonly Server[] = [
  {
    names: ["next"],
    servingWords: ["start", "dev"],
    hostFlags: ["-H", "--hostname"],
    portFlags: ["-p", "--port"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // vite.dev/config/preview-options
    names: ["vite"],
    servingWords: ["preview"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    elsewhereFlags: ["-c", "--config"],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "default", port: "4173" },
  },
  {
    // docs.astro.build/en/reference/cli-reference
    names: ["astro"],
    servingWords: ["preview"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "default", port: "4321" },
  },
  {
    // github.com/http-party/http-server: README and bin/http-server
    names: ["http-server"],
    hostFlags: ["-a"],
    portFlags: ["-p", "--port"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8080" },
  },
  {
    // github.com/remix-run/remix: packages/remix-serve/cli.ts
    names: ["remix-serve"],
    hostVariables: ["HOST"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // vite.dev/config/server-options
    names: ["vite"],
    servingWords: ["", "dev", "serve"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    elsewhereFlags: ["-c", "--config"],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "default", port: "5173" },
  },
  {
    // github.com/remix-run/react-router: packages/react-router-serve/cli.ts
    names: ["react-router-serve"],
    hostVariables: ["HOST"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // github.com/vercel/serve: source/main.ts
    names: ["serve"],
    leading: true,
    portFlags: ["-p"],
    bindFlags: ["-l", "--listen"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // github.com/lukeed/sirv: packages/sirv-cli; measured in November 2026
    names: ["sirv", "sirv-cli"],
    hostFlags: ["-H", "--host"],
    portFlags: ["-p", "--port"],
    hostVariables: ["HOST"],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "variable", variable: "PORT", fallback: "8080" },
  },
  {
    // github.com/typicode/json-server: README; measured in November 2026
    names: ["json-server"],
    hostFlags: ["-h", "-H", "--host"],
    portFlags: ["-p", "--port"],
    host: "localhost",
    port: { from: "default", port: "3000" },
  },
  {
    // docs.deno.com/runtime/reference/cli/serve
    names: ["deno"],
    servingWords: ["serve"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    host: "0.0.0.0",
    port: { from: "default", port: "8000" },
  },
];
