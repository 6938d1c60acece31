// The test files, those first that take longest, then the others that run the Pulumi engine: a core that takes one of
// them last would work alone at the end.

const fs = require("node:fs");
const path = require("node:path");
const { root } = require("./setup.js");

/**
 * Those that take the longest, about the longest first (measured 2026-12-01). What waits most of its time, as what
 * watches a deployment does, is between what computes: four of them at once left more than half of the cores idle.
 */
const LONGEST = [
  "tests/cli/rehearse.test.ts",
  "tests/components/verification-of-changes.test.ts",
  "tests/package/package.test.ts",
  "tests/policy/gate/gate.test.ts",
  "tests/components/verification-of-processes.test.ts",
  "tests/cli/output-canaries.test.ts",
  "tests/components/verification-of-lies.test.ts",
  "tests/soak/soak.test.ts",
  "tests/components/role/stack-with-role.test.ts",
  "tests/components/verification-of-more-lies.test.ts",
  "tests/soak/soak-of-what-is-there.test.ts",
  "tests/soak/provider-alone.test.ts",
  "tests/components/verification-of-endings.test.ts",
  "tests/cli/preview-environment/preview-environment.test.ts",
  "tests/cli/promote/promote.test.ts",
  "tests/components/verification-of-stated-lies.test.ts",
  "tests/cli/interrupted.test.ts",
  "tests/components/verification.test.ts",
  "tests/rehearsal/render/runtime/installs/installs.test.ts",
  "tests/audit/repositories/repositories.test.ts",
  "tests/audit/repositories/of-teams/of-teams.test.ts",
  "tests/cli/deployed-stack.test.ts",
  "tests/cli/review.test.ts",
  "tests/render/whole-life.test.ts",
  "tests/audit/any-bytes.test.ts",
  "tests/components/failure-record.test.ts",
  "tests/render/resources/faults.test.ts",
  "tests/components/role/changes.test.ts",
  "tests/components/role/existing-database.test.ts",
  "tests/templates/templates.test.ts",
  "tests/cli/adopt/adopt.test.ts",
  "tests/cli/adopt/previews.test.ts",
  "tests/render/secrecy.test.ts",
  "tests/render/every-kind.test.ts",
  "tests/render/deploys.test.ts",
  "tests/render/user-reports.test.ts",
  "tests/components/killed-verification.test.ts",
  "tests/policy/gate/fixes-deployed.test.ts",
  "tests/audit/fixes/plan.test.ts",
  "tests/audit/fixes/repositories.test.ts",
  "tests/render/commits.test.ts",
  "tests/rehearsal/service/service.test.ts",
];
/** What a test of the real engine imports, by itself or through a file of its folder. */
const ON_THE_ENGINE = /\bfindEngine\b/;

/** All test files, relative to the root. */
function testFiles() {
  const files = fs
    .readdirSync(path.join(root, "tests"), { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join("tests", file));
  const engine = new Set(files.filter((file) => ON_THE_ENGINE.test(textOf(file))));
  const onEngine = (file) => engine.has(file) || importsOf(file).some((imported) => engine.has(imported));
  const rank = (file) => {
    const at = LONGEST.indexOf(file);
    if (at >= 0) return at;
    return LONGEST.length + (onEngine(file) ? 0 : 1);
  };
  return files
    .filter((file) => file.endsWith(".test.ts"))
    .sort()
    .sort((one, other) => rank(one) - rank(other));
}

const textOf = (file) => fs.readFileSync(path.join(root, file), "utf8");

/** The files under tests/ that a file imports, as paths relative to the root. */
function importsOf(file) {
  return [...textOf(file).matchAll(/from "(\.[^"]*)"/g)].map(
    ([, name]) => `${path.join(path.dirname(file), name)}.ts`,
  );
}

module.exports = { testFiles };
