import assert from "node:assert/strict";
import { sameRepository, shownAddress } from "../../domain/repository-address";

const SAME = [
  "https://github.com/acme/shop",
  "https://github.com/acme/shop.git",
  "https://github.com/acme/shop/",
  "https://GitHub.com/Acme/Shop",
  "https://token:x-oauth@github.com/acme/shop.git",
  "http://www.github.com/acme/shop",
  "git@github.com:acme/shop.git",
  "github.com:acme/shop",
  "ssh://git@github.com/acme/shop.git",
  "ssh://git@github.com:22/acme/shop",
  "git://github.com/acme/shop.git",
];

const OTHERS = [
  "https://github.com/acme/shop-api",
  "https://gitlab.com/acme/shop",
  "https://github.com/other/shop",
  "ssh://git@github.com:2222/acme/shop",
  "/srv/git/shop.git",
  "",
];

describe("the addresses of a repository", () => {
  for (const address of SAME) {
    it(`are the same repository as ${address}`, () => {
      assert.ok(sameRepository("https://github.com/acme/shop", address));
      assert.ok(sameRepository(address, "git@github.com:acme/shop.git"));
    });
  }

  for (const address of OTHERS) {
    it(`are not ${address === "" ? "an empty one" : address}`, () => {
      assert.ok(!sameRepository("https://github.com/acme/shop", address));
    });
  }

  it("keep capitals apart where the host does", () => {
    assert.ok(!sameRepository("https://git.acme.example/Shop", "https://git.acme.example/shop"));
    assert.ok(sameRepository("git@git.acme.example:team/shop.git", "https://git.acme.example/team/shop"));
  });

  it("are the same folder with .git or without", () => {
    assert.ok(sameRepository("/srv/git/shop.git", "/srv/git/shop/"));
    assert.ok(!sameRepository("C:/git/shop", "C:/git/other"));
  });

  it("are shown without what a login needs", () => {
    assert.equal(shownAddress("https://me:c4nary@github.com/acme/shop"), "https://github.com/acme/shop");
    assert.equal(shownAddress("git@github.com:acme/shop.git"), "git@github.com:acme/shop.git");
  });
});
