import assert from "node:assert/strict";
import path from "node:path";
import { remotesOf, repositoryAround } from "../../../audit/git/repository";
import { inFolder } from "../written-folder";

const CONFIG = `[core]
	bare = false
[remote "origin"]
	url = git@github.com:acme/api.git
	fetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]
	remote = origin
[remote "up.stream"]
	URL="https://github.com/acme/upstream"
[submodule "lib"]
	url = https://github.com/acme/lib
`;

describe("the git repository around a folder", () => {
  it("is found from a folder in it, with the addresses of its remotes and no others", () => {
    inFolder({ ".git/config": CONFIG, "infra/policy/index.js": "" }, (folder) => {
      const found = repositoryAround(path.join(folder, "infra/policy"));
      assert.equal(found?.top, folder);
      assert.deepEqual(found && remotesOf(found), [
        "git@github.com:acme/api.git",
        "https://github.com/acme/upstream",
      ]);
    });
  });

  it("has the remotes of the repository that it is a worktree of", () => {
    const files = {
      "main/.git/config": CONFIG,
      "main/.git/worktrees/tree/commondir": "../..\n",
      "tree/.git": "gitdir: ../main/.git/worktrees/tree\n",
    };
    inFolder(files, (folder) => {
      const found = repositoryAround(path.join(folder, "tree"));
      assert.equal(found?.top, path.join(folder, "tree"));
      assert.equal(found && remotesOf(found)[0], "git@github.com:acme/api.git");
    });
  });

  it("has no remote where its configuration is none", () => {
    inFolder({ ".git/HEAD": "ref: refs/heads/main\n" }, (folder) => {
      const found = repositoryAround(folder);
      assert.deepEqual(found && remotesOf(found), []);
    });
  });
});
