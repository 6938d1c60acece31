import assert from "node:assert/strict";
import { GITHUB_WORKFLOW } from "../../../../audit/readers/github-workflow/reader";
import { factLines } from "../fact-lines";
import { ONE_FILE } from "../one-file";

const path = ".github/workflows/deploy.yml";
const lines = (text: string) => factLines(GITHUB_WORKFLOW, path, text);

describe("the reader of GitHub workflows", () => {
  it("states the variables of workflow, job and step, for the environment that the job names", () => {
    const text = [
      "env:",
      "  A: 1",
      "jobs:",
      "  check:",
      "    env: { B: 2 }",
      "    steps:",
      "      - run: npm test",
      "        env: { C: 3 }",
      "  deploy:",
      "    environment: { name: Production, url: https://example.org }",
      "    env: { D: 4 }",
    ].join("\n");
    assert.deepEqual(lines(text), [
      '2:6 variable test A "1" false',
      '2:6 variable production A "1" false',
      '5:15 variable test B "2" false',
      '8:19 variable test C "3" false',
      '11:15 variable production D "4" false',
    ]);
  });

  for (const [what, yaml, expected] of [
    ["a secret of GitHub as there and unknown", "K: ${{ secrets.K }}", "4:10 variable test K ? true"],
    ["what GitHub fills in as unknown", "K: ${{ vars.K || 'a' }}", "4:10 variable test K ? false"],
    ["a literal key as a secret", "API_KEY: canary-abc", '4:16 variable test API_KEY "canary-abc" true'],
    [
      "a literal deploy hook as a secret",
      "HOOK: https://api.render.com/deploy/srv-a?key=canary",
      '4:13 variable test HOOK "https://api.render.com/deploy/srv-a?key=canary" true',
    ],
  ] as const) {
    it(`states ${what}`, () => assert.equal(lines(`jobs:\n  a:\n    env:\n      ${yaml}\n`)[0], expected));
  }

  it("knows no value where steps differ", () => {
    const text = "jobs:\n  a:\n    env: { PORT: 1 }\n  b:\n    env: { PORT: 2 }\n  c:\n    env: { A: 1 }\n";
    assert.deepEqual(lines(text), [
      "3:18 variable test PORT ? false",
      "5:18 variable test PORT ? false",
      '7:15 variable test A "1" false',
    ]);
  });

  for (const [environment, expected] of [
    ["staging", "staging"],
    ["github-pages", "test"],
    ["${{ inputs.environment }}", "test"],
  ] as const) {
    it(`takes ${environment} for ${expected}`, () => {
      const text = `jobs:\n  a:\n    environment: ${environment}\n    env: { A: 1 }\n`;
      assert.deepEqual(
        GITHUB_WORKFLOW.read({ path, text }, ONE_FILE).facts.map((fact) => fact.environment),
        [expected],
      );
    });
  }

  it("states the platform of a job that calls a deploy hook, and of no other", () => {
    const step = (run: string) => `jobs:\n  a:\n    environment: staging\n    steps:\n      - run: ${run}\n`;
    assert.deepEqual(lines(step('curl "$RENDER_DEPLOY_HOOK_URL"')), ["5:14 platform render staging"]);
    assert.deepEqual(lines(step("npm run render")), []);
  });

  it("states nothing of a database beside the tests", () => {
    const text =
      "jobs:\n  a:\n    services:\n      db: { image: postgres, env: { POSTGRES_PASSWORD: canary }, ports: [5432] }\n";
    assert.deepEqual(lines(text), []);
  });

  it("says where a file is no YAML", () => {
    assert.equal(GITHUB_WORKFLOW.read({ path, text: "jobs: [\n" }, ONE_FILE).problems.length, 1);
  });
});
