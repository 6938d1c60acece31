import assert from "node:assert/strict";
import { isAnswered, routePath } from "../../domain/route-path";

describe("a route's path", () => {
  it("has one slash between its parts, and none at its end", () => {
    assert.equal(routePath("/api/", "/v1", "", "health/"), "/api/v1/health");
    assert.equal(routePath("", "/"), "/");
  });

  it("answers its own path, whatever the letters' case and with a slash behind it", () => {
    assert.equal(isAnswered("/Health", "/health/"), true);
    assert.equal(isAnswered("/api/health", "/health"), false);
  });

  it("answers each part where a parameter is, and one part alone", () => {
    assert.equal(isAnswered("/{}", "/health"), true);
    assert.equal(isAnswered("/{}", "/health/live"), false);
    assert.equal(isAnswered("/files/{}.json", "/files/all.json"), true);
  });

  it("answers all that follows where a file server or a catch-all is", () => {
    assert.equal(isAnswered("/**", "/health"), true);
    assert.equal(isAnswered("/static/**", "/static"), true);
    assert.equal(isAnswered("/static/**", "/health"), false);
  });
});
