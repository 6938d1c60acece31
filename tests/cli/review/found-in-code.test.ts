import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { foundInCode } from "../../../cli/review/found-in-code";
import { reviewedStack, reviewReport } from "../../../cli/review/report";
import { readStackFile } from "../../../cli/stacks/stack-file";
import { PLACEHOLDER_REPOSITORY } from "../../../domain/repository-address";
import { inFolder } from "../../audit/written-folder";

const FILES = {
  "infra/Pulumi.production.yaml":
    "config:\n  portcullis:services:\n    shop: { name: shop, repository: git@github.com:acme/shop.git, rootDirectory: shop }\n",
  "infra/Pulumi.other.yaml":
    "config:\n  portcullis:service: { name: shop, repository: https://github.com/acme/other }\n",
  "shop/go.mod": "module acme.com/shop\n\ngo 1.25\n",
  "shop/main.go":
    'package main\n\nimport "net/http"\n\nfunc main() {\n\tsrv := &http.Server{Addr: "localhost:9000"}\n\tsrv.ListenAndServe()\n}\n',
  "tools/server.js": 'require("http").createServer().listen(process.env.PORT, "127.0.0.1");\n',
};

const ADOPTED = `{ name: shop, repository: ${PLACEHOLDER_REPOSITORY} }`;

const checkedOut = (folder: string): string => {
  execFileSync("git", ["init", "-q", folder]);
  execFileSync("git", ["-C", folder, "remote", "add", "origin", "https://github.com/acme/shop"]);
  return path.join(folder, "infra");
};

describe("what the code of a reviewed stack says otherwise", () => {
  it("is told with its place where the project is in the services' own checkout", () =>
    inFolder(FILES, async (folder) => {
      const project = checkedOut(folder);
      const file = await readStackFile(project, "production");
      const code = (await foundInCode(project))(file);
      const { found } = code;
      assert.equal(code.notRead, undefined);
      assert.deepEqual(
        found.map(({ rule, place }) => `${rule} ${place}`),
        ["service/loopback-bind shop/main.go:6:28"],
      );
      const reviewed = reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1, undefined, code);
      assert.match(
        reviewReport([reviewed], 1),
        /production: not decided by a preview, and found in its code: error service\/loopback-bind shop\/main\.go:6:28: bind address: expected 0\.0\.0\.0, got localhost\./,
      );
      const rejected = {
        exitCode: 1,
        output: "- [mandatory] service-loopback-bind (shop/main.go:6)",
        stdout: "",
      };
      assert.deepEqual(reviewedStack(file, rejected, 1, undefined, code).inCode, []);
    }));

  it("is nothing where the services come from another repository, or the project is in no checkout", () =>
    inFolder(FILES, async (folder) => {
      const project = path.join(folder, "infra");
      const file = await readStackFile(project, "production");
      const outside = (await foundInCode(project))(file);
      assert.deepEqual(outside.found, []);
      assert.match(
        outside.notRead ?? "",
        /is in no git checkout: type `git init` and `git remote add origin /,
      );
      checkedOut(folder);
      const { found, notRead } = (await foundInCode(project))(await readStackFile(project, "other"));
      assert.deepEqual(found, []);
      assert.match(
        notRead ?? "",
        /^no remote of the checkout is https:\/\/github\.com\/acme\/other: type the same/,
      );
    }));

  it("is said not to be read where the checkout has no remote, with what to type, once for all stacks", () =>
    inFolder(
      { ...FILES, "infra/Pulumi.new.yaml": `config:\n  portcullis:service: ${ADOPTED}\n` },
      async (folder) => {
        execFileSync("git", ["init", "-q", folder]);
        const project = path.join(folder, "infra");
        const codeOf = await foundInCode(project);
        const reviewed = await Promise.all(
          ["production", "new"].map(async (stack) => {
            const file = await readStackFile(project, stack);
            return reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1, undefined, codeOf(file));
          }),
        );
        const report = reviewReport(reviewed, 1);
        assert.match(
          report,
          /^production: not decided what the services' code says, since it is not read; the checkout has no remote: type `git remote add origin git@github\.com:acme\/shop\.git`\.$/m,
        );
        assert.match(
          report,
          /^new: .*: type `git remote add origin ADDRESS`, and the same address as `repository` in Pulumi\.new\.yaml\.$/m,
        );
        // What an incident left is only shown.
        const file = await readStackFile(project, "production");
        const told = reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1, "a story", codeOf(file));
        assert.equal(told.codeNotRead, undefined);
        execFileSync("git", ["-C", folder, "remote", "add", "origin", "https://github.com/acme/shop"]);
        const { notRead } = (await foundInCode(project))(await readStackFile(project, "new"));
        assert.match(
          notRead ?? "",
          /names no repository yet: type `repository: https:\/\/github\.com\/acme\/shop` in it$/,
        );
      },
    ));
});
