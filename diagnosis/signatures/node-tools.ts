// Longer than 200 lines: a table of rows.
import type { Signature } from "../signature";

/** What Node's tools say, beside the rows of modules and settings. */
export const NODE_TOOLS_SIGNATURES: readonly Signature[] = [
  {
    id: "node/package-manager",
    mode: "build/failed",
    meaning: "another package manager is asked for",
    pattern:
      /package\.json defines "packageManager": "(?<name>[^"]+)"|This project is configured to use (?<name2>yarn|pnpm|npm|bun)|Usage Error: This project is configured to use (?<name3>\w+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "package.json asks for {name}, and the build runs another one",
    correctiveAction:
      "Let the build run `corepack enable` before the installation, or take the entry out of package.json.",
    source: "nodejs.org/api/corepack.html",
    example:
      'error This project\'s package.json defines "packageManager": "yarn@4.1.0". However the current global version of Yarn is 1.22.22.',
    nearMiss: "packageManager is yarn@4.1.0",
  },
  {
    id: "corepack/keyid",
    mode: "build/failed",
    meaning: "corepack is too old for the registry's keys",
    pattern: /Cannot find matching keyid|Error: Internal Error: Failed to verify signature/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the image's corepack does not know the key that the package manager is signed with (Cannot find matching keyid)",
    correctiveAction:
      "Update corepack before `corepack enable` (`npm install -g corepack@latest`), or take a newer Node image.",
    source: "nodejs/corepack: issues 612",
    example: 'Error: Cannot find matching keyid: {"signatures":[]}',
    nearMiss: "keyid found",
  },
  {
    id: "bun/registry",
    mode: "build/failed",
    meaning: "bun does not get a package",
    pattern:
      /^error: (?:GET \S+ - \d{3}|(?<name>\S+@\S+) failed to resolve|No version matching "(?<name2>[^"]+)" found)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "bun finds no package {name} in the registry",
    correctiveAction:
      "Correct name and version in package.json; for a private package give the build its token.",
    source: "bun.sh/docs/install",
    example: "error: acme-ui@^1.0.0 failed to resolve",
    nearMiss: "acme-ui@1.0.0 resolved",
  },
  {
    id: "node/native-version",
    mode: "runtime/incompatible",
    meaning: "a native module was built for another Node",
    pattern: /compiled against a different Node\.js version|NODE_MODULE_VERSION \d+/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a native module was built for another Node.js than the one that runs (NODE_MODULE_VERSION)",
    correctiveAction:
      "Build with the Node.js that runs: set one version in both places, delete node_modules from what is copied (.dockerignore), and run `npm rebuild`.",
    source: "nodejs.org/api/addons.html; nodejs.org/en/about/previous-releases",
    example: "was compiled against a different Node.js version using",
    nearMiss: "NODE_VERSION 20",
  },
  {
    id: "node/elf",
    mode: "process/wrong-architecture",
    meaning: "a native module was built for another machine",
    pattern:
      /invalid ELF header|wrong ELF class|cannot open shared object file: Exec format error|mach-o, but wrong architecture/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a native module was built on another operating system or processor and copied in",
    correctiveAction:
      "Put node_modules into .dockerignore (and out of the repository), and install in the image.",
    source: "nodejs.org/api/addons.html",
    example: "Error: /app/node_modules/bcrypt/lib/binding/napi-v3/bcrypt_lib.node: invalid ELF header",
    nearMiss: "ELF header read",
  },
  {
    id: "sharp/runtime",
    mode: "import/missing-library",
    meaning: "sharp has no binary for this machine",
    pattern:
      /Could not load the "sharp" module using the (?<name>\S+) runtime|Something went wrong installing the "sharp" module/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "sharp's binary for {name} is not installed",
    correctiveAction:
      "Install for the image's platform (`npm install --os=linux --libc=musl --cpu=x64 sharp`, or without `--omit=optional`), in the image itself.",
    source: "sharp.pixelplumbing.com/install",
    example: 'Error: Could not load the "sharp" module using the linuxmusl-x64 runtime',
    nearMiss: "sharp 0.33 loaded",
  },
  {
    id: "vite/crypto-hash",
    mode: "runtime/incompatible",
    meaning: "Vite is newer than the Node that builds",
    pattern: /crypto(?:\$\d+)?\.(?:hash|getRandomValues) is not a function/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the tool needs a newer Node.js than the one that runs it (crypto.hash is not a function)",
    correctiveAction:
      "Set Node.js 20.19 or 22.12 and later (`engines.node`, `.node-version`, NODE_VERSION, or the image).",
    source: "vite.dev/guide/migration",
    example: "TypeError: crypto.hash is not a function",
    nearMiss: "crypto hash computed",
  },
  {
    id: "next/typescript-missing",
    mode: "import/missing-module",
    meaning: "TypeScript is not installed where Next.js builds",
    pattern: /do not have the required package\(s\) installed/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "Next.js (or Nuxt) finds TypeScript in the project, and its packages are not installed (required package(s)): dev dependencies were left out",
    correctiveAction:
      "Put typescript and the `@types` packages into dependencies, or install with dev dependencies in the build (`npm ci --include=dev`, NODE_ENV unset).",
    source: "nextjs.org/docs/app/building-your-application/configuring/typescript",
    example:
      "It looks like you're trying to use TypeScript but do not have the required package(s) installed.",
    nearMiss: "the required package is installed",
  },
  {
    id: "next/start-output",
    mode: "configuration/invalid",
    meaning: "`next start` does not fit the output",
    pattern: /"next start" does not work with "output: (?<name>standalone|export)"/,
    warns: true,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "next.config has `output: {name}`, which `next start` does not serve",
    correctiveAction:
      "Start `node .next/standalone/server.js` for standalone, serve the folder `out` for export, or take the setting out.",
    source: "nextjs.org/docs/app/api-reference/config/next-config-js/output",
    example:
      'Error: "next start" does not work with "output: standalone" configuration. Use "node .next/standalone/server.js" instead.',
    nearMiss: "next start works",
  },
  {
    id: "sveltekit/adapter",
    mode: "build/failed",
    meaning: "no adapter fits the platform",
    pattern:
      /Could not detect a supported production environment|\[?NoAdapterInstalled\]?|Cannot use (?:server-rendered pages|`output: '?server'?`) without an adapter/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the framework has no adapter for this platform",
    correctiveAction:
      "Install the Node adapter (`@sveltejs/adapter-node`, `@astrojs/node`) and name it in the configuration.",
    source: "svelte.dev/docs/kit/adapters; docs.astro.build/en/guides/on-demand-rendering",
    example:
      "Error: Could not detect a supported production environment. See https://svelte.dev/docs/kit/adapter-auto for options",
    nearMiss: "adapter-node is used",
  },
  {
    id: "rollup/not-exported",
    mode: "build/failed",
    meaning: "a name is imported that its module does not export",
    pattern:
      /"(?<name>\w+)" is not exported by "(?<module>[^"]+)"|Attempted import error: '(?<name2>\w+)' is not exported from '(?<module2>[^']+)'/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "{name} is imported, and {module} does not export it",
    correctiveAction: "Correct the import, or the version of the package that is imported.",
    source: "rollupjs.org/troubleshooting",
    example: '"parse" is not exported by "node_modules/x/index.js", imported by "src/lib/api.ts".',
    nearMiss: "PUBLIC_API is exported",
  },
  {
    id: "prisma/no-schema",
    mode: "build/failed",
    meaning: "Prisma does not find its schema",
    pattern: /Could not find Prisma Schema|Could not load `--schema` from|Could not load schema from/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Prisma finds no schema in the folder in which it runs (prisma/schema.prisma)",
    correctiveAction:
      "Copy the folder prisma into the image before the installation, or name the schema in package.json (`prisma.schema`).",
    source: "prisma.io/docs/orm/prisma-schema/overview/location",
    example: "Error: Could not find Prisma Schema that is required for this command.",
    nearMiss: "Prisma schema loaded from prisma/schema.prisma",
  },
  {
    id: "node/subpath",
    mode: "import/missing-module",
    meaning: "a package does not export a path",
    pattern: /Package subpath '(?<name>[^']+)' is not defined by "exports"/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the code imports the path {name} of a package that does not export it: another version of the package is installed than the code was written for",
    correctiveAction:
      "Import what the package exports, or pin the version that has the path; commit the lock file.",
    source: "nodejs.org/api/packages.html#exports",
    example:
      "Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath './lib' is not defined by \"exports\" in /app/node_modules/acme/package.json",
    nearMiss: "subpath ./lib is exported",
  },
];
