// How dist/ is made. One module system: CommonJS, since Pulumi loads programs, plugins and packs by `require`. One
// instance of each module: all entries share their chunks. esbuild splits ES modules only, so each chunk is turned
// into CommonJS afterwards.

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");
const { withDirectExports } = require("./direct-exports.js");
const { withLazyImports } = require("./lazy-modules.js");
const { noticesOf } = require("./notices.js");

/** What is loaded by name, from package.json's `exports` or from bin/, policy/, render/ and components/dynamic-provider/. */
const ENTRIES = {
  index: "api/index.ts",
  audit: "api/audit.ts",
  diagnosis: "api/diagnosis.ts",
  "code-at-hand": "api/code-at-hand.ts",
  policy: "api/policy.ts",
  render: "api/render.ts",
  role: "api/role.ts",
  "role-at-database": "api/role-at-database.ts",
  typescript: "api/typescript.ts",
  verification: "api/verification.ts",
  cli: "cli/index.ts",
  "render-plugin": "render/plugin/serve.ts",
  "dynamic-provider": "components/dynamic-provider/serve.ts",
};

/**
 * What only some inputs of a command need gets a chunk of its own, which is loaded when the first of them is read. A name
 * is found as an `import` finds it; what the sources require has its file's name, where a package has two forms.
 */
const OWN_CHUNKS = [
  "@ericcornelissen/bash-parser",
  "./node_modules/@lezer/javascript/dist/index.cjs",
  "./node_modules/@lezer/python/dist/index.cjs",
  "ajv",
  "dockerfile-ast",
  "semver",
  "sucrase",
  "toml-eslint-parser",
  "yaml",
];

/** Which of Pulumi's packages an entry needs; the command line needs none of them. */
const NEEDS = {
  index: ["@pulumi/pulumi"],
  policy: ["@pulumi/pulumi", "@pulumi/policy"],
  render: ["@pulumi/pulumi"],
  verification: ["@pulumi/pulumi"],
  "render-plugin": ["@pulumi/pulumi"],
  "dynamic-provider": ["@pulumi/pulumi"],
};

/** The oldest Node that package.json allows. */
const TARGET = "node20.18";

const COMMON = {
  bundle: true,
  platform: "node",
  target: TARGET,
  minifySyntax: true,
  minifyWhitespace: true,
  // Kept in THIRD-PARTY-NOTICES.txt.
  legalComments: "none",
  logLevel: "warning",
  // The paths of tsconfig.json are the editor's: here, `portcullis` is the package.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
};

/**
 * Packages that Pulumi's SDK brings are taken from it: they must be its own instances, and a strict package manager
 * shows them to no other package.
 */
const OF_PULUMI = {
  name: "of-pulumi",
  setup(build) {
    build.onResolve({ filter: /^(?:@grpc\/grpc-js|google-protobuf)(?:\/|$)/ }, ({ path: specifier }) => ({
      path: specifier,
      namespace: "of-pulumi",
    }));
    build.onLoad({ filter: /.*/, namespace: "of-pulumi" }, ({ path: specifier }) => ({
      contents: `const from = require.resolve("@pulumi/pulumi/package.json");
module.exports = require("node:module").createRequire(from)(${JSON.stringify(specifier)});`,
      loader: "js",
    }));
  },
};

/**
 * Tables ask the width of each cell several times, and the first answer compiles a pattern of all emoji, which costs a
 * tenth of a small audit. Plain text, dashes, the dots of what is cut off, and colours have the width of their characters.
 */
const PLAIN_WIDTH = {
  name: "plain-width",
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ path: specifier, importer, namespace }) =>
      namespace !== "plain-width" && importer.includes("cli-table3")
        ? { path: specifier, namespace: "plain-width", pluginData: path.dirname(importer) }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "plain-width" }, ({ pluginData }) => ({
      contents: String.raw`const COLOURS = /\x1b\[[\d;]*m/g;
module.exports = (text) => {
  const bare = text.replace(COLOURS, "");
  return /^[\x20-\x7e\u2010-\u2027]*$/.test(bare) ? bare.length : require("string-width")(text);
};`,
      resolveDir: pluginData,
      loader: "js",
    }));
  },
};

/**
 * Secretlint marks each rule of each text, and its profiler compares each mark with all before it, so that an audit's
 * time grew with the square of the texts that are searched. Nothing here reads the marks.
 */
const WITHOUT_MARKS = {
  "@secretlint/profiler": "data:text/javascript,export const secretLintProfiler = { mark() {} };",
};

/** Of the words for what is wrong in fifty languages, half of zod, these programs say the English ones. */
const ENGLISH = {
  name: "english",
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path: file }) => ({
      contents: 'export { default as en } from "./en.js";',
      resolveDir: path.dirname(file),
      loader: "js",
    }));
  },
};

async function buildAll({ root, whole }) {
  const dist = path.join(root, "dist");
  const rehearsal = path.join(root, "rehearsal");
  const [main, ...embedded] = await Promise.all([
    buildPackage(root, dist),
    buildRehearsal(rehearsal),
    buildPrograms(rehearsal),
    buildProgram(root, dist),
  ]);
  copyDynamicProvider(root, dist);
  removeOldChunks(dist, main, whole);
  if (!whole) return;
  declare(root, dist);
  fs.writeFileSync(path.join(dist, "THIRD-PARTY-NOTICES.txt"), noticesOf(root, main.inputs));
  const inputs = embedded.flatMap((built) => built?.inputs ?? []);
  const notices = noticesOf(rehearsal, inputs);
  fs.writeFileSync(path.join(rehearsal, "dist/THIRD-PARTY-NOTICES.txt"), notices);
  fs.copyFileSync(path.join(root, "LICENSE"), path.join(rehearsal, "dist/LICENSE"));
}

/** The package: entries, and the chunks that they share or load later. */
async function buildPackage(root, dist) {
  const { outputFiles: files, metafile } = await esbuild.build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: { ...ENTRIES, ...Object.fromEntries(OWN_CHUNKS.map((name) => [`${SPLIT}${name}`, name])) },
    format: "esm",
    splitting: true,
    outdir: dist,
    chunkNames: "chunks/[name]-[hash]",
    write: false,
    metafile: true,
    // Done when the imports have been found.
    minifySyntax: false,
    minifyWhitespace: false,
    external: ["@pulumi/*", "pg-native"],
    plugins: [OF_PULUMI, PLAIN_WIDTH, ENGLISH],
    alias: WITHOUT_MARKS,
  });
  const [split, outputFiles] = [true, false].map((ofSplit) =>
    files.filter(({ path: file }) => file.startsWith(path.join(dist, SPLIT)) === ofSplit),
  );
  // Where nothing of a package is shared, the sources read it in its other form, and have that in their own chunk.
  for (const { path: file, text } of split) {
    if (text.length > 1000) throw new Error(`${path.relative(dist, file)} is in a form that no source reads`);
  }
  const chunks = outputFiles.filter(({ path: file }) => file.startsWith(path.join(dist, "chunks")));
  const entries = outputFiles.filter((file) => !chunks.includes(file));
  // Entries last: a process that starts meanwhile finds what its entry names.
  for (const { path: file, text } of chunks) writeWhole(file, asCommonJs(text));
  for (const { path: file, text } of entries) {
    const needed = NEEDS[path.basename(file, ".js")];
    const check = `require("../bin/prerequisites.js")(${(needed ?? []).map((name) => JSON.stringify(name))});\n`;
    const { exports } = metafile.outputs[path.relative(root, file)];
    writeWhole(file, `${needed === undefined ? "" : check}${asCommonJs(text)}${namesFor(exports)}`);
  }
  return { inputs: Object.keys(metafile.inputs), files: outputFiles.map(({ path: file }) => file) };
}

/** What Node reads where an ES module imports by names, and never runs: the names (github.com/nodejs/cjs-module-lexer). */
function namesFor(exports) {
  const names = exports.filter((name) => name !== "default");
  return names.length === 0 ? "" : `0 && (module.exports = { ${names.join(", ")} });\n`;
}

/** What Pulumi starts for dynamic resources is of the package too: its folder is named by a project's Pulumi.yaml. */
function copyDynamicProvider(root, dist) {
  const file = "dynamic-provider/pulumi-resource-pulumi-nodejs";
  fs.mkdirSync(path.join(dist, path.dirname(file)), { recursive: true });
  fs.copyFileSync(path.join(root, "components", file), path.join(dist, file));
}

function asCommonJs(text) {
  const options = { platform: "node", target: TARGET, logLevel: "warning" };
  const supported = { "dynamic-import": false };
  const { code } = esbuild.transformSync(text, { ...options, format: "cjs", supported });
  return esbuild.transformSync(withLazyImports(withDirectExports(code)), { ...options, minify: true }).code;
}

/** The repository's own Pulumi program: its index.ts, on the package as any other project has it. */
async function buildProgram(root, dist) {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: ["index.ts"],
    format: "cjs",
    packages: "external",
    write: false,
    outfile: path.join(dist, "program.js"),
  });
  for (const { path: file, text } of outputFiles) writeWhole(file, text);
}

async function buildRehearsal(rehearsal) {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(rehearsal, "package.json"), "utf8"));
  const external = Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]);
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    absWorkingDir: rehearsal,
    entryPoints: ["index.ts"],
    format: "cjs",
    external,
    write: false,
    metafile: true,
    outfile: path.join(rehearsal, "dist/index.js"),
  });
  for (const { path: file, text } of outputFiles) writeWhole(file, text);
  return { inputs: Object.keys(metafile.inputs) };
}

/** Programs of their own, each in one file with all that it needs: they are run by others, from anywhere. */
const PROGRAMS = {
  // The engine's cache outlives the folder that filled it.
  "language-host": "engine/language-host/main.ts",
  "dynamic-provider": "engine/language-host/dynamic-provider.ts",
  // Before pip, npm and the others in the build of a rehearsed service.
  installs: "render/runtime/installs/main.ts",
};

async function buildPrograms(rehearsal) {
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    absWorkingDir: rehearsal,
    entryPoints: PROGRAMS,
    format: "cjs",
    write: false,
    metafile: true,
    outdir: path.join(rehearsal, "dist"),
  });
  for (const { path: file, text } of outputFiles) writeWhole(file, text);
  return { inputs: Object.keys(metafile.inputs) };
}

const SPLIT = "chunks/split/";

const AN_HOUR_MS = 3_600_000;

/** Chunks of earlier builds. What a running command may still load stays for an hour, but is never packed. */
function removeOldChunks(dist, { files }, whole) {
  const folder = path.join(dist, "chunks");
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (files.includes(file)) continue;
    const status = fs.statSync(file, { throwIfNoEntry: false });
    if (whole || (status !== undefined && Date.now() - status.mtimeMs > AN_HOUR_MS)) {
      fs.rmSync(file, { force: true });
    }
  }
}

/** The types of what package.json exports, and of nothing else. */
function declare(root, dist) {
  fs.rmSync(path.join(dist, "types"), { recursive: true, force: true });
  const tsc = path.join(root, "node_modules/typescript-7/bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.types.json"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) {
    throw Object.assign(new Error("tsc could not make the declarations"), { errors: [] });
  }
  keepReachable(path.join(dist, "types"));
}

/** tsc declares every file that it reads. Kept is what an entry's types lead to: they name no bundled package. */
function keepReachable(types) {
  const reached = new Set();
  const enter = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name] of fs.readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]*)"/g)) {
      const at = path.join(path.dirname(file), name);
      enter([`${at}.d.ts`, path.join(at, "index.d.ts")].find((candidate) => fs.existsSync(candidate)));
    }
  };
  for (const name of fs.readdirSync(path.join(types, "api"))) enter(path.join(types, "api", name));
  for (const entry of fs.readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !reached.has(file)) fs.rmSync(file);
  }
}

/** A process that starts meanwhile sees a complete file, the old or the new one. */
function writeWhole(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, text);
  fs.renameSync(own, file);
}

module.exports = { buildAll };
