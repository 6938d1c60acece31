import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { type Files, inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const portOf = (files: Files): string =>
  inFolder(files, (folder) => {
    const [draft] = adoptFolder(folder).drafts(ORIGIN);
    const { value, note } = draft?.services[0]?.fields.find(({ key }) => key === "port") ?? {};
    return `${value} ${note}`;
  });

const ASSUMED = "8000 assumed: the standard port; ";
const scripts = (start: string) =>
  `{ "scripts": { "start": "${start}" }, "dependencies": { "next": "15.0.0" } }`;
const IMAGE = 'FROM node:22\nCMD ["node", "s.js"]\n';

const CASES: readonly [string, Files, string][] = [
  [
    "the code's own",
    { Dockerfile: IMAGE, "s.js": 'require("http").createServer().listen(4000);\n' },
    "4000 s.js:1:39",
  ],
  ["the image's", { Dockerfile: `${IMAGE}EXPOSE 3000\n`, "s.js": "" }, "3000 Dockerfile:3:1"],
  [
    "the manifest's",
    { "fly.toml": 'app = "x"\n[http_service]\ninternal_port = 4321\n', Dockerfile: IMAGE, "s.js": "" },
    "4321 fly.toml:3:17",
  ],
  [
    "the server's own",
    { Dockerfile: 'FROM python:3.12\nCMD ["flask", "run", "--host=0.0.0.0"]\n' },
    "5000 Dockerfile:2:1",
  ],
  [
    "the standard one where code follows PORT, and says so",
    { Dockerfile: IMAGE, "s.js": 'require("http").createServer().listen(process.env.PORT || 3000);\n' },
    `${ASSUMED}s.js:1:39 takes what PORT says`,
  ],
  [
    "the standard one where the start command follows PORT, and says so",
    { Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n", "main.py": "app = None\n" },
    `${ASSUMED}Procfile:1:6 takes what PORT says`,
  ],
  [
    "the standard one where a framework's server does, and says so",
    { "package.json": scripts("next start") },
    `${ASSUMED}package.json:1:25 takes what PORT says`,
  ],
  [
    "the standard one where no file says another",
    { Dockerfile: 'FROM gcr.io/acme/base\nCMD ["/server"]\n' },
    `${ASSUMED}no file says another`,
  ],
];

describe("The port of an adopted service", () => {
  for (const [what, files, expected] of CASES) it(`is ${what}`, () => assert.equal(portOf(files), expected));
});

describe("The standard port of an adopted repository", () => {
  it("is said beside each public port that is another, as the policy pack is going to say it", () =>
    inFolder(
      {
        "render.yaml": ["8000", "3000"]
          .map(
            (port) =>
              `  - type: web\n    name: web${port}\n    runtime: image\n    plan: starter\n    image:\n      url: docker.io/acme/shop\n    envVars:\n      - key: PORT\n        value: ${port}\n`,
          )
          .reduce((text, service) => text + service, "services:\n"),
      },
      (folder) => {
        const [draft] = adoptFolder(folder).drafts(ORIGIN);
        const flags = draft?.services.map(
          ({ fields }) => fields.find(({ key }) => key === "port")?.flags ?? [],
        );
        const said = "error port/standard: declared port: expected 8000, the standard port, got 3000";
        assert.deepEqual(flags, [[], [said]]);
        const [bound] = adoptFolder(folder, { standardPort: 3000 }).drafts(ORIGIN);
        const of = bound?.services[0]?.fields.find(({ key }) => key === "port")?.flags;
        assert.deepEqual(of, [
          "error port/standard: declared port: expected 3000, the standard port, got 8000",
        ]);
      },
    ));

  const standardOf = (files: Files): unknown =>
    inFolder(files, (folder) => adoptFolder(folder).drafts(ORIGIN)[0]?.standardPort?.value);
  const serves = (port: string): Files => ({
    Procfile: `web: uvicorn main:app --host 0.0.0.0 --port ${port}\n`,
    "main.py": "app = None\n",
    ".env.production": "PORT=10000\n",
  });

  it("is the one of a PORT that the start command follows or agrees with", () => {
    assert.equal(standardOf(serves("$PORT")), 10000);
    assert.equal(standardOf(serves("10000")), 10000);
  });

  it("is another one on a machine of one's own, where that has one port for all", () =>
    inFolder(
      {
        "compose.yaml":
          'services:\n  api:\n    build: .\n    environment:\n      PORT: 3000\n    ports: ["3000:3000"]\n',
        Dockerfile: 'FROM node:22\nCMD ["node", "s.js"]\n',
        "s.js": 'require("http").createServer().listen(process.env.PORT, "0.0.0.0");\n',
        ".env.production": "PORT=10000\n",
      },
      (folder) =>
        assert.deepEqual(
          adoptFolder(folder)
            .drafts(ORIGIN)
            .map(({ environment, standardPort }) => [environment, standardPort?.value]),
          [
            ["local", 3000],
            ["production", 10000],
          ],
        ),
    ));

  it("is none of a PORT that the start command contradicts", () =>
    assert.equal(standardOf(serves("8000")), undefined));
});
