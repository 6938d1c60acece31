import assert from "node:assert/strict";
import { explainFolder } from "../../../../audit";
import { itJudges, type JudgedCase } from "../../judged-case";
import { type Files, inFolder } from "../../written-folder";

const image = (
  lines: readonly string[],
  start: string,
  { base = "node:22-alpine", more = {} }: { readonly base?: string; readonly more?: Files } = {},
): Files => ({
  "fly.toml": 'app = "heron"\n[http_service]\n  internal_port = 8080\n',
  Dockerfile: [`FROM ${base}`, "WORKDIR /srv", "COPY . .", ...lines, start, ""].join("\n"),
  "package.json": '{ "name": "heron", "version": "1.0.0", "scripts": { "build": "echo" } }\n',
  "server.js": 'require("http").createServer((q, s) => s.end("ok")).listen(process.env.PORT||8080);\n',
  ".fly/entrypoint.sh": "#!/bin/sh\nexec node server.js\n",
  ...more,
});
const RULE = "service/missing-file";
const COPY = "COPY .fly/entrypoint.sh /entrypoint";
const missing = (title: string, at: number, files: Files): JudgedCase => ({
  title,
  files,
  told: [`error ${RULE} Dockerfile:${at}`],
  fixes: { [RULE]: /entrypoint\.sh/ },
});

const FAULTY: readonly JudgedCase[] = [
  missing(
    "a script that is copied under another name",
    6,
    image([COPY, "RUN chmod +x /entrypoint"], 'CMD ["/entrypoint.sh"]'),
  ),
  missing("a script of ENTRYPOINT", 5, image([COPY], 'ENTRYPOINT ["/entrypoint.sh"]')),
  missing(
    "a script that a shell is given",
    5,
    image([COPY], 'CMD ["sh", "/entrypoint.sh"]', { base: "python:3.13-slim" }),
  ),
  missing(
    "a script in another folder than it is copied to",
    5,
    image(["COPY .fly/entrypoint.sh /usr/local/bin/"], 'CMD ["/entrypoint.sh"]'),
  ),
  missing(
    "a script beside the working folder",
    5,
    image(["COPY .fly/entrypoint.sh /"], 'CMD ["./entrypoint.sh"]'),
  ),
  missing(
    "a build that writes below its folder",
    6,
    image(["RUN npm run build", COPY], 'CMD ["/entrypoint.sh"]'),
  ),
];

const sound = (title: string, files: Files): JudgedCase => ({ title, files, told: [], silent: [RULE] });
const SOUND: readonly JudgedCase[] = [
  sound("the name that it is copied under", image([COPY], 'CMD ["/entrypoint"]')),
  sound(
    "a script that is copied there",
    image(["COPY --chmod=755 .fly/entrypoint.sh /entrypoint.sh"], 'CMD ["/entrypoint.sh"]'),
  ),
  ...[
    ["COPY .fly/entrypoint.sh /usr/local/bin/", 'CMD ["entrypoint.sh"]'],
    ["COPY --chmod=755 .fly/entrypoint.sh /usr/local/bin/entrypoint.sh", 'ENTRYPOINT ["entrypoint.sh"]'],
    ["COPY .fly/entrypoint.sh /usr/local/bin/", "CMD entrypoint.sh"],
    ["COPY .fly/entrypoint.sh /usr/local/bin/", "CMD exec entrypoint.sh"],
    ["COPY .fly/entrypoint.sh /usr/local/bin/", 'CMD ["bash", "entrypoint.sh"]'],
    ["COPY .fly/entrypoint.sh /usr/local/bin/", 'ENTRYPOINT ["tini", "--", "entrypoint.sh"]'],
    ["COPY .fly/entrypoint.sh /usr/local/bin/", 'ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["entrypoint.sh"]'],
  ].map(([copy = "", start = ""], at) => {
    const files = image(["COPY src ./src", copy], start, { more: { "src/index.js": "" } });
    const Dockerfile = String(files.Dockerfile).replace("COPY . .\n", "");
    return sound(`a name that is looked for in PATH, ${at}`, { ...files, Dockerfile });
  }),
  sound("a folder that is copied", image(["COPY .fly /"], 'CMD ["/entrypoint.sh"]')),
  sound("a script in the working folder", image([], 'CMD ["/srv/.fly/entrypoint.sh"]')),
  sound("a link", image([COPY, "RUN ln -s /entrypoint /entrypoint.sh"], 'CMD ["/entrypoint.sh"]')),
  sound("a copy within the image", image(["RUN cp .fly/* /"], 'CMD ["/entrypoint.sh"]')),
  sound(
    "a script that a step writes",
    image([`RUN printf 'exec node server.js' > /entrypoint.sh`], 'CMD ["/entrypoint.sh"]'),
  ),
  sound(
    "an archive",
    image(["ADD root.tar.gz /"], 'CMD ["/entrypoint.sh"]', { more: { "root.tar.gz": "x" } }),
  ),
  sound("a program of the system", image([], 'CMD ["/usr/local/bin/node", "server.js"]')),
  sound(
    "a program of a tool",
    image(["RUN apk add tini"], 'ENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node", "server.js"]'),
  ),
  sound(
    "a compose file that mounts it",
    image([COPY], 'CMD ["/entrypoint.sh"]', {
      more: {
        "compose.yaml":
          "services:\n  web:\n    build: .\n    volumes:\n      - ./.fly/entrypoint.sh:/entrypoint.sh\n",
      },
    }),
  ),
  sound(
    "another base's own script",
    image([], 'ENTRYPOINT ["/docker-entrypoint.sh"]', { base: "acme/heron:1" }),
  ),
  {
    title: "nginx's own script",
    files: image([], 'ENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["nginx", "-g", "daemon off;"]', {
      base: "nginx:1.29",
    }),
    // It listens on 80.
    told: ["error port/agreement Dockerfile:1"],
    silent: [RULE],
  },
];

const OPEN: readonly JudgedCase[] = [
  {
    title: "a base of which the files are not known",
    files: image([COPY], 'CMD ["/entrypoint.sh"]', { base: "acme/heron:1" }),
    told: [],
    undecided: [`${RULE} Dockerfile:5`],
  },
];

describe("a program that the image does not have", () => {
  itJudges(FAULTY, "is found");
  itJudges(SOUND, "is there or not certain");
  itJudges(OPEN, "is not decided");

  it("is not explained by a file of its name", () =>
    inFolder(image([COPY], 'CMD ["/entrypoint.sh"]'), (folder) => {
      const [chain] = explainFolder(folder).flatMap(({ chains }) => chains);
      assert.deepEqual([chain?.end, chain?.starts, chain?.steps.length], ["open", [], 1]);
      assert.match(chain?.why ?? "", /\/entrypoint\.sh/);
    }));
});
