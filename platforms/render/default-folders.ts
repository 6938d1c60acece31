/** Options of a build without one that names a folder. */
const OPTIONS =
  "(?:\\s+(?!--?(?:o|d|out\\S*|dest\\S*|output\\S*|site-dir|dist\\S*|base-dir|prerender)(?:[ =]|$))--?[\\w:-]+(?:[= ](?!-)\\S+)?)*";
const endingIn = (tool: string) => new RegExp(`(?:^|[\\s/])${tool}${OPTIONS}\\s*$`);

interface Tool {
  readonly tool: string;
  readonly runs: RegExp;
  /** Where the pages are; `…` is a name that the project chooses. */
  readonly folder: string | ((found: RegExpExecArray) => string);
}

/** Folders that tools write to unless a settings file of theirs says another one; each from its own documentation. */
const TOOLS: readonly Tool[] = [
  { tool: "vite", runs: endingIn("vite build"), folder: "dist" },
  { tool: "astro", runs: endingIn("astro build"), folder: "dist" },
  { tool: "vue-cli-service", runs: endingIn("vue-cli-service build"), folder: "dist" },
  { tool: "next", runs: endingIn("next build"), folder: "out" },
  { tool: "hugo", runs: endingIn("hugo"), folder: "public" },
  { tool: "jekyll", runs: endingIn("jekyll (?:build|b)"), folder: "_site" },
  { tool: "mkdocs", runs: endingIn("mkdocs build"), folder: "site" },
  { tool: "eleventy", runs: endingIn("(?:@11ty/)?eleventy"), folder: "_site" },
  // vitepress.dev/guide/deploy; vuepress.vuejs.org (guide, deployment): below the folder of the sources.
  {
    tool: "vitepress",
    runs: endingIn("vitepress build(?:\\s+([\\w./-]+))?"),
    folder: ([, sources]) => below(sources, ".vitepress/dist"),
  },
  {
    tool: "vuepress",
    runs: endingIn("vuepress build(?:\\s+([\\w./-]+))?"),
    folder: ([, sources]) => below(sources, ".vuepress/dist"),
  },
  // quasar.dev/quasar-cli-vite/commands-list: `-m`, spa without it
  {
    tool: "quasar",
    runs: endingIn("quasar build(?:\\s+(?:-m|--mode)[ =](\\w+))?"),
    folder: ([, mode]) => `dist/${mode ?? "spa"}`,
  },
  // expo.dev: `expo export`; storybook.js.org/docs/api/cli-options; cli.emberjs.com; parceljs.org/features/cli
  { tool: "expo", runs: endingIn("expo export(?:\\s+(?:-p|--platform)[ =]\\w+)?"), folder: "dist" },
  {
    tool: "storybook",
    runs: endingIn("(?:storybook build|build-storybook)"),
    folder: "storybook-static",
  },
  { tool: "ember", runs: endingIn("ember build"), folder: "dist" },
  { tool: "parcel", runs: endingIn("parcel build(?:\\s+[\\w./-]+)*"), folder: "dist" },
  // getzola.org/documentation; hexo.io/docs/generating; trunkrs.dev/commands; docs.flutter.dev/deployment/web
  { tool: "zola", runs: endingIn("zola build"), folder: "public" },
  { tool: "hexo", runs: endingIn("hexo (?:generate|g)"), folder: "public" },
  { tool: "trunk", runs: endingIn("trunk build"), folder: "dist" },
  { tool: "flutter", runs: endingIn("flutter build web"), folder: "build/web" },
  // reactrouter.com: pages of SPA mode
  { tool: "react-router", runs: endingIn("react-router build"), folder: "build/client" },
  { tool: "remix", runs: endingIn("remix vite:build"), folder: "build/client" },
  // ionicframework.com/docs/cli; middlemanapp.com/basics/build-and-deploy; docs.getpelican.com/en/latest/publish
  { tool: "ionic", runs: endingIn("ionic build"), folder: "www" },
  { tool: "middleman", runs: endingIn("middleman build"), folder: "build" },
  { tool: "pelican", runs: endingIn("pelican(?:\\s+[\\w./-]+)?"), folder: "output" },
  // sphinx-doc.org/en/master/man/sphinx-build: the second folder; jupyterbook.org; rust-lang.github.io/mdBook
  {
    tool: "sphinx-build",
    runs: /(?:^|[\s/])sphinx-build(?:\s+-[bjcdDA]\s+\S+|\s+-\w+)*\s+[\w./-]+\s+([\w./-]+)\s*$/,
    folder: ([, written = ""]) => below(written, "").replace(/\/$/, ""),
  },
  {
    tool: "jupyter-book",
    runs: endingIn("(?:jupyter-book|jb) build(?:\\s+([\\w./-]+))?"),
    folder: ([, sources]) => below(sources, "_build/html"),
  },
  { tool: "mdbook", runs: endingIn("mdbook build"), folder: "book" },
  // craco.js.org: react-scripts; umijs.org/en-US/docs/api/commands; rsbuild.rs, rspack.rs, webpack.js.org: output
  { tool: "craco", runs: endingIn("craco build"), folder: "build" },
  { tool: "umi", runs: endingIn("(?:umi|max) build"), folder: "dist" },
  { tool: "rsbuild", runs: endingIn("(?:rsbuild|rspack) build"), folder: "dist" },
  { tool: "webpack", runs: endingIn("webpack(?: build)?"), folder: "dist" },
  // gridsome.org/docs/deployment; bridgetownrb.com/docs; docs.antora.org; redwoodjs.com/docs/cli-commands
  { tool: "gridsome", runs: endingIn("gridsome build"), folder: "dist" },
  { tool: "bridgetown", runs: endingIn("bridgetown (?:build|deploy)"), folder: "output" },
  { tool: "honkit", runs: endingIn("(?:honkit|gitbook) build"), folder: "_book" },
  { tool: "redwood", runs: endingIn("(?:rw|redwood) build web"), folder: "web/dist" },
  // nx.dev: an application of older projects is below dist, one of newer ones in its own folder
  { tool: "nx", runs: endingIn("nx build(?:\\s+[\\w@/-]+)?"), folder: "dist/…" },
  // angular.dev/tools/cli/build: the application builder writes to browser below the project's folder.
  { tool: "ng", runs: endingIn("ng (?:build|b)(?:\\s+[a-z][\\w-]*)?"), folder: "dist/…/browser" },
];

const below = (sources: string | undefined, folder: string): string => {
  const at = (sources ?? "").replace(/^\.\/|\/+$/g, "");
  return at === "" || at === "." ? folder : `${at}/${folder}`;
};

/** nuxt.com/docs/getting-started/deployment: a build writes a server, and pages where a preset or an option says so. */
const OF_NUXT = endingIn("nux[ti] build");
const PRESETS = ["NITRO_PRESET", "SERVER_PRESET"];
const STATIC = /^(?:static|[\w-]+[-_]static|github[-_]pages)$/;

/** Why a build is not known to write its pages to the folder that is published; undefined where it is, or may be. */
export function unlikelyFolder(
  command: string,
  publishPath: string,
  look: (name: string) => string | undefined,
): string | undefined {
  const names = publishPath.split("/").filter((name) => name !== "" && name !== ".");
  const last = names.at(-1) ?? "";
  if (OF_NUXT.test(command) && /^(?:public|dist)$/.test(last)) {
    const preset = PRESETS.map((name) => new RegExp(`\\b${name}=(\\S+)`).exec(command)?.[1] ?? look(name));
    return preset.some((one) => STATIC.test(one ?? ""))
      ? undefined
      : "nuxt build writes a server, and pages where its settings prerender them; `nuxt generate` writes pages";
  }
  for (const { tool, runs, folder } of TOOLS) {
    const found = runs.exec(command);
    if (found === null) continue;
    const written = typeof folder === "string" ? folder : folder(found);
    if (agrees(names, written.split("/"))) return undefined;
    return `${tool} writes to \`${written}\` unless its settings say \`${publishPath}\``;
  }
  return undefined;
}

/** The published folder may be counted from above the one in which the build runs. */
const agrees = (published: readonly string[], written: readonly string[]): boolean =>
  written.every((name, at) => {
    const own = published.at(at - written.length);
    return own === name || (name === "…" && own !== undefined);
  });
