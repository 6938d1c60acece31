import assert from "node:assert/strict";
import { renderHost } from "../../cli/render-host";

describe("The address of Render's API", () => {
  it("is Render's own where none is set, or an empty one", () => {
    for (const set of [undefined, ""]) assert.equal(renderHost(undefined, set), "https://api.render.com/v1");
  });

  it("is the stack's before the variable's", () => {
    assert.equal(renderHost("https://a.example/v1", "https://b.example/v1"), "https://a.example/v1");
    assert.equal(renderHost(undefined, "http://127.0.0.1:8080/v1"), "http://127.0.0.1:8080/v1");
  });

  for (const host of ["nonsense", "api.render.com/v1", "http://render.example/v1", "ftp://api.render.com"]) {
    it(`is refused at once where the key may not be sent there: ${host}`, () => {
      assert.throws(
        () => renderHost(undefined, host),
        /^CommandError: RENDER_HOST: expected an address with https, .* such as https:\/\/api\.render\.com\/v1, got `/,
      );
    });
  }
});
