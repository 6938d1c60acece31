import assert from "node:assert/strict";
import path from "node:path";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const IMAGE = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n';
const CODE = 'require("http").createServer().listen(process.env.PORT, "0.0.0.0");\n';
const services = (lines: string): string => `services:\n  database:\n    ${lines}\n`;
const PORTS = 'ports: ["5432:5432"]';

describe("a compose file's database", () => {
  const CASES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["of one file", { "compose.yaml": services(`image: postgres:17\n    ${PORTS}`) }],
    [
      "whose port the override beside the file publishes",
      { "compose.yaml": services("image: postgres:17"), "compose.override.yaml": services(PORTS) },
    ],
    [
      "whose port a file of another environment publishes",
      { "docker-compose.yml": services("image: postgres:17"), "docker-compose.dev.yml": services(PORTS) },
    ],
    [
      "whose image is a variable with a default",
      { "compose.yaml": services(`image: \${DATABASE_IMAGE:-postgres:17}\n    ${PORTS}`) },
    ],
  ];
  for (const [what, files] of CASES)
    it(`${what} is not the project's application`, () => {
      inFolder({ Dockerfile: IMAGE, "server.js": CODE, ...files }, (folder) => {
        const rows = auditFolder(folder).matrix.filter(({ ports }) => ports.length > 0);
        assert.deepEqual(
          new Set(rows.map(({ service, ports }) => `${service}: ${ports.map(({ port }) => port)}`)),
          new Set([`${path.basename(folder)}: $PORT`]),
        );
      });
    });

  it("leaves a service whose image the override builds to the application", () => {
    const files = {
      "compose.yaml": "services:\n  web:\n    image: postgres:17\n",
      "compose.override.yaml": 'services:\n  web:\n    build: .\n    ports: ["3000:3000"]\n',
    };
    inFolder({ Dockerfile: IMAGE, "server.js": CODE, ...files }, (folder) => {
      assert.ok(auditFolder(folder).matrix.every(({ service }) => service === "web"));
    });
  });
});
