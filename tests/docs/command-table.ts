/** How a command of a page is run: here, by a test that has these words, or by none for a reason. */
export type Known =
  | "here"
  | { readonly by: readonly [file: string, words: string] }
  | { readonly why: string };

const by = (file: string, words: string): Known => ({ by: [file, words] });

const TUTORIAL = by("tests/cli/rehearse.test.ts", "ends the tutorial with the closed record");
const PRINTED = "tests/docs/printed-output.test.ts";
const PROMOTED = by("tests/cli/promote/promote.test.ts", 'project.portcullis(["promote", ...args])');
const ACCOUNT = by("tests/cli/adopt/account/account-resources.test.ts", "await accountResources(");
const SHARED = by("tests/cli/stacks/shared-state.test.ts", '["login", backend.url]');
const CUT_STATE = by("tests/cli/stacks/cut-state.test.ts", "once what the message says is typed");
const PREVIEWED = by(
  "tests/cli/adopt/previews.test.ts",
  "pulumi preview -s ${environment} --policy-pack policy",
);
const TYPED = by("tests/cli/adopt/previews.test.ts", "takes each value that the pages show how to type");
const INSTALLED = by("tests/package/installed-folder.ts", 'succeed("npm", ["pack"');

const LIBRARY = by("tests/package/library-page.ts", "...pageText(PAGE).matchAll(");

/** Every command of the pages' blocks, by its page. */
export const BLOCK_COMMANDS: Readonly<Record<string, Known>> = {
  "README.md: cd ../your-repository": { why: "goes into the reader's own folder" },
  "README.md: npm ci": { why: "is how the packages that run these tests are installed" },
  "README.md: npm pack --pack-destination ../your-repository && npm pack --workspace rehearsal --pack-destination ../your-repository":
    INSTALLED,
  "README.md: npm install ../portcullis-0.1.0.tgz ../portcullis-rehearsal-0.1.0.tgz": by(
    "tests/package/newer-build.ts",
    "typedOnPage(command)",
  ),
  "README.md: npm start": by("tests/cli/rehearse.test.ts", '[bin, "rehearse", ...args]'),
  "README.md: npm start -- --incident port": by("tests/cli/rehearse.test.ts", "--incident"),
  "README.md: npx --yes --package ./portcullis-0.1.0.tgz --package ./portcullis-rehearsal-0.1.0.tgz portcullis adopt .":
    "here",
  "README.md: npx portcullis audit tests/fixtures/repositories/incident": by(
    PRINTED,
    '"README.md", "docs/audit.md"',
  ),
  "README.md: npx portcullis diagnose tests/fixtures/logs/port-mismatch-incident-pasted.log --audit tests/fixtures/repositories/incident":
    by(PRINTED, '"README.md", "docs/diagnose.md"'),
  "README.md: pulumi config set -s staging --secret portcullis:databaseAdminPassword": TYPED,
  "README.md: pulumi config set -s staging --secret portcullis:databasePassword": TYPED,
  "README.md: pulumi config set -s staging --secret render:apiKey": TYPED,
  "README.md: pulumi config set -s staging render:ownerId tea-…": TYPED,
  "README.md: pulumi preview -s staging --policy-pack policy": PREVIEWED,
  "README.md: pulumi up -s staging --policy-pack policy": TUTORIAL,
  "docs/add-a-rule.md: npx mocha tests/rules/rules.test.ts tests/docs/policy-pack.test.ts": {
    why: "is of the suite itself; that its files are there is tested below",
  },
  "docs/add-a-signature.md: npx mocha tests/diagnosis/signatures.test.ts": {
    why: "is of the suite itself; that its file is there is tested below",
  },
  "docs/audit-json.md: npx portcullis audit --json | jq -r '.findings[] | \"\\(.file):\\(.line) \\(.rule)\"'":
    "here",
  "docs/audit.md: npx portcullis audit tests/fixtures/repositories/incident": by(
    PRINTED,
    '"README.md", "docs/audit.md"',
  ),
  "docs/configuration.md: pulumi config set -s staging --secret --path 'portcullis:databases.main.password'":
    TYPED,
  "docs/configuration.md: pulumi config set -s staging --secret --path 'portcullis:service.environment.OPENAI_API_KEY'":
    TYPED,
  "docs/configuration.md: pulumi config set -s staging --secret portcullis:databasePassword": TYPED,
  "docs/configuration.md: pulumi config set -s staging --secret render:apiKey": TYPED,
  "docs/connect.md: portcullis connect -s production": by(
    "tests/cli/connect.test.ts",
    '[ENTRY, "connect", ...args]',
  ),
  "docs/diagnose.md: npx portcullis diagnose tests/fixtures/logs/port-mismatch-incident-pasted.log --audit tests/fixtures/repositories/incident":
    by(PRINTED, '"README.md", "docs/diagnose.md"'),
  "docs/drift.md: portcullis drift staging": by(
    "tests/cli/deployed-stack.test.ts",
    'portcullis("drift", "staging")',
  ),
  // It is what `drift` itself runs for the rules.
  "docs/drift.md: pulumi policy analyze -s production --policy-pack policy": by(
    "tests/cli/deployed-stack.test.ts",
    'portcullis("drift", "staging")',
  ),
  "docs/drift.md: cd infra && npm install": INSTALLED,
  "docs/drift.md: export RENDER_API_KEY=…": ACCOUNT,
  "docs/drift.md: npx portcullis adopt --from-render": ACCOUNT,
  "docs/drift.md: npx portcullis adopt --from-render --output .": ACCOUNT,
  "docs/fracas.md: npx portcullis fracas": by(
    "tests/cli/fracas/command.test.ts",
    "lists the open ones first",
  ),
  ...Object.fromEntries(
    [
      "node check.js",
      "npm install --save-exact @pulumi/pulumi@3.259.0 @pulumi/policy@1.21.0 @pulumi/postgresql@3.18.1",
      "npm install ../portcullis-0.1.0.tgz ../portcullis-rehearsal-0.1.0.tgz",
      "pulumi config set -s staging --secret databaseAdminPassword",
      "pulumi config set -s staging --secret databasePassword",
      "pulumi config set -s staging --secret stripeKey",
      "pulumi preview -s staging --policy-pack node_modules/portcullis/policy",
      "pulumi stack init staging",
    ].map((command) => [`docs/library.md: ${command}`, LIBRARY]),
  ),
  "docs/policy-pack.md: pulumi preview -s staging --policy-pack node_modules/portcullis/policy": by(
    "tests/package/program.ts",
    '["preview", "-s", "staging", "--policy-pack", pack',
  ),
  "docs/preview-environment.md: portcullis preview-environment up --pr 7 --branch my-change --expires 3d": by(
    "tests/cli/preview-environment/preview-environment.test.ts",
    'portcullis("up", "--pr", "7", "--branch", "my-change"',
  ),
  "docs/promote.md: portcullis promote": PROMOTED,
  "docs/promote.md: portcullis promote --override 'fix of the sign-in, staging is broken' --revision 4f0d1c9b3e5a7f2d8c6b1a09e8d7c6b5a4f3e2d1":
    by("tests/cli/promote/promote.test.ts", '"--override"'),
  "docs/state.md: export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…": SHARED,
  "docs/state.md: export PGPASSWORD=…": SHARED,
  "docs/state.md: find ~/.pulumi -name '*.attrs' -empty -delete": CUT_STATE,
  "docs/state.md: pulumi login 'file://~?metadata=skip'": CUT_STATE,
  "docs/state.md: pulumi login 'postgres://pulumi@db.example.com:5432/pulumi?sslmode=verify-full&table=pulumi_state'":
    SHARED,
  "docs/state.md: pulumi login 's3://state?endpoint=https://s3.example.com&s3ForcePathStyle=true&region=us-east-1'":
    SHARED,
  "docs/state.md: pulumi refresh -s production --clear-pending-creates --yes --skip-preview": by(
    "tests/components/killed-verification.test.ts",
    '["refresh", "-s", stack, "--clear-pending-creates", "--yes", "--skip-preview"]',
  ),
  "docs/tutorial.md: cd ..": TUTORIAL,
  "docs/tutorial.md: cd world && . ./environment.sh": TUTORIAL,
  "docs/tutorial.md: npx portcullis adopt navigator": TUTORIAL,
  "docs/tutorial.md: npx portcullis audit navigator": TUTORIAL,
  "docs/tutorial.md: npx portcullis audit navigator --fix": TUTORIAL,
  "docs/tutorial.md: npx portcullis connect -s staging": TUTORIAL,
  "docs/tutorial.md: npx portcullis diagnose deploy.log --audit navigator --record --stack production --service navigator-api --folder practice":
    TUTORIAL,
  "docs/tutorial.md: npx portcullis fracas move FR-0001 analysed --by ada --folder practice": TUTORIAL,
  "docs/tutorial.md: npx portcullis fracas move FR-0001 closed --by ada --folder practice": TUTORIAL,
  "docs/tutorial.md: npx portcullis fracas move FR-0001 corrected --commit 4f0d1c9b3e5a --by ada --folder practice":
    TUTORIAL,
  "docs/tutorial.md: npx portcullis promote --yes": TUTORIAL,
  "docs/tutorial.md: npx portcullis rehearse staging production --serve world --records practice": TUTORIAL,
  "docs/tutorial.md: pulumi config set -s production --path portcullis:promotion.from staging": TUTORIAL,
  "docs/tutorial.md: pulumi up -s staging --policy-pack policy --yes": TUTORIAL,
  "docs/tutorial.md: npx portcullis rehearse": by("tests/cli/rehearse.test.ts", '[bin, "rehearse", ...args]'),
  "docs/tutorial.md: npx portcullis review --incident port": by(
    "tests/cli/review.test.ts",
    'portcullis("review", "--incident", "port")',
  ),
};
