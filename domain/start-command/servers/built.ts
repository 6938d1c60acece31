import type { Server } from "../server";

/** A server that a framework's build writes, which the sources do not have. */
export interface BuiltServer extends Server {
  /** The package by which a project has it. */
  readonly package: string;
  /** The file that is started, as commands name it. */
  readonly file: RegExp;
  /** A word of the framework's settings with which the host is no longer the one below. */
  readonly hostInSettings?: RegExp;
  readonly settings?: readonly string[];
}

const ON_PORT = { portVariables: ["PORT"] } as const;

/** Servers that builds of JavaScript frameworks write, each as its adapter's source has it. */
export const BUILT_SERVERS: readonly BuiltServer[] = [
  {
    // sveltejs/kit: packages/adapter-node/src/index.js
    names: ["adapter-node"],
    package: "@sveltejs/adapter-node",
    file: /^(?:\.\/)?build(?:\/(?:index\.js)?)?$/,
    hostVariables: ["HOST"],
    ...ON_PORT,
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // nitrojs/nitro: src/presets/node/runtime/node-server.ts
    names: ["nitro"],
    package: "nuxt",
    file: /^(?:\.\/)?\.output\/server\/index\.mjs$/,
    ownFile: /^(?:\S*\/)?\.output\/server\/index\.mjs$/,
    hostVariables: ["NITRO_HOST", "HOST"],
    portVariables: ["NITRO_PORT"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // withastro/astro: packages/integrations/node/src/standalone.ts
    names: ["astro-node"],
    package: "@astrojs/node",
    file: /^(?:\.\/)?dist\/server\/entry\.mjs$/,
    hostVariables: ["HOST"],
    ...ON_PORT,
    host: "localhost",
    port: { from: "variable", variable: "PORT", fallback: "4321" },
    settings: ["astro.config.mjs", "astro.config.ts", "astro.config.js"],
    hostInSettings: /\bhost\s*:(?!\s*false\b)|\bmode\s*:\s*["']middleware["']/,
  },
  {
    // vercel/next.js: packages/next/src/build/utils.ts, the server.js of a standalone output
    names: ["next-standalone"],
    package: "next",
    file: /^(?:(?:\.\/)?\.next\/standalone\/)?(?:\.\/|\/app\/)?server\.js$/,
    // A workspace's is below its own path there (nextjs.org: output, outputFileTracingRoot; read 2026-12-01).
    ownFile: /^(?:\S*\/)?\.next\/standalone\/(?:\S+\/)?server\.js$/,
    hostVariables: ["HOSTNAME"],
    ...ON_PORT,
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
];
