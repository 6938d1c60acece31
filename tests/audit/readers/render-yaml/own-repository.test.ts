import { itJudges, type JudgedCase } from "../../judged-case";

/** A checkout's configuration, as `git clone` writes it; undefined where it is no checkout. */
const remotes = (...addresses: readonly string[]): string =>
  ["[core]", "\tbare = false"]
    .concat(
      ...addresses.map((url, at) => [`[remote "${at === 0 ? "origin" : `remote${at}`}"]`, `\turl = ${url}`]),
    )
    .join("\n");

const PACKAGE = JSON.stringify({
  name: "site",
  scripts: { build: "vite build" },
  devDependencies: { vite: "7.1.0" },
});

/** What the manifest says of the site, each in a line; its `repo` is line 5. */
interface Site {
  readonly repo?: string;
  readonly root?: string;
  readonly build?: string;
  readonly publish?: string;
}

const site = ({ repo, root = "site", build = "npm run build", publish = "dist" }: Site): string =>
  [
    "services:",
    "  - type: web",
    "    name: orderly-site",
    "    runtime: static",
    repo === undefined ? "    autoDeployTrigger: commit" : `    repo: ${repo}`,
    `    rootDir: ${root}`,
    `    buildCommand: ${build}`,
    `    staticPublishPath: ${publish}`,
    "",
  ].join("\n");

const files = (of: Site, config?: string) => ({
  "render.yaml": site(of),
  "site/package.json": PACKAGE,
  // A list of cases gets a lock for `npm ci` where none is named.
  "notes/package-lock.json.txt": "",
  ...(config !== undefined && { ".git/config": config, ".git/HEAD": "ref: refs/heads/main\n" }),
});

const OWN = "https://github.com/acme/orderly";
const HTTPS = remotes("https://github.com/acme/orderly.git");
const SSH = remotes("git@github.com:acme/orderly.git");

/** Faults of the four kinds, each with the line at which it is found without `repo:`. */
const FAULTS: readonly (readonly [string, Site, string])[] = [
  ["a root directory that is not there", { root: "sites" }, "error service/missing-file render.yaml:6"],
  ["a folder that Vite does not write", { publish: "build" }, "error service/publish-path render.yaml:8"],
  ["a script that is not there", { build: "npm run bild" }, "error service/missing-script render.yaml:7"],
  ["npm ci without a lock", { build: "npm ci && npm run build" }, "error service/missing-file render.yaml:7"],
];

const own: readonly JudgedCase[] = FAULTS.flatMap(([title, fault, line]) => [
  { title: `${title}, without repo`, files: files(fault, HTTPS), told: [line] },
  { title: `${title}, by https`, files: files({ ...fault, repo: OWN }, HTTPS), told: [line] },
  { title: `${title}, by ssh`, files: files({ ...fault, repo: `${OWN}.git` }, SSH), told: [line] },
]);

const [, , [, SCRIPT, SCRIPT_LINE] = ["", {}, ""]] = FAULTS;

const forms: readonly JudgedCase[] = [
  ["repo by ssh", "git@github.com:acme/orderly.git", HTTPS],
  ["other capitals", "https://github.com/Acme/Orderly", SSH],
  ["a second remote", OWN, remotes("git@github.com:sam/orderly.git", "https://github.com/acme/orderly")],
].map(([title = "", repo = "", config]) => ({
  title,
  files: files({ ...SCRIPT, repo }, config),
  told: [SCRIPT_LINE],
}));

const worktree: JudgedCase = {
  title: "a submodule's or worktree's own .git file",
  files: {
    ...files({ ...SCRIPT, repo: OWN }),
    ".git": "gitdir: ./.parent/modules/orderly\n",
    ".parent/modules/orderly/config": HTTPS,
  },
  told: [SCRIPT_LINE],
};

/** What another repository holds is not here: no error, and the line of `repo` is named. */
const others: readonly JudgedCase[] = [
  ...FAULTS.map(
    ([title, fault]): JudgedCase => ({
      title: `${title}, of another repository`,
      files: files({ ...fault, repo: "https://github.com/acme/pages" }, HTTPS),
      told: [],
      undecided: ["service/missing-file render.yaml:5"],
    }),
  ),
  {
    title: "a fork's checkout: what is built is the other's",
    files: files({ ...SCRIPT, repo: OWN }, remotes("git@github.com:sam/orderly.git")),
    told: [],
    undecided: ["service/missing-file render.yaml:5"],
  },
  {
    title: "no remote: nothing says whose the folder is",
    files: files({ ...SCRIPT, repo: OWN }),
    told: [],
    undecided: ["service/missing-file render.yaml:5"],
  },
  {
    title: "a web service of another repository",
    files: {
      ...files({}, HTTPS),
      "render.yaml": `services:
  - type: web
    name: orderly-api
    runtime: python
    repo: https://github.com/acme/api
    rootDir: api
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn app.main:app --host 0.0.0.0 --port $PORT
`,
    },
    told: [],
    undecided: ["service/missing-file render.yaml:5"],
  },
];

/** Sound ones that look alike. */
const sound: readonly JudgedCase[] = [
  {
    title: "all is there, by https",
    files: files({ repo: OWN }, HTTPS),
    told: [],
    silent: ["service/missing-file"],
  },
  {
    title: "all is there, by ssh",
    files: files({ repo: `${OWN}.git` }, SSH),
    told: [],
    silent: ["service/missing-script"],
  },
  {
    title: "an image is built from no repository",
    files: {
      ".git/config": HTTPS,
      "render.yaml": `services:
  - type: web
    name: orderly-cache
    runtime: image
    image:
      url: docker.io/library/nginx:1.29
`,
    },
    told: [],
    silent: ["service/missing-file"],
  },
];

describe("a Blueprint's services that are built from a repository that they name", () => {
  itJudges([...own, ...forms, worktree], "the checkout's own");
  itJudges(others, "another's");
  itJudges(sound, "sound");
});
