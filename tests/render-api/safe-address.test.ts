import assert from "node:assert/strict";
import { isSafeAddress, RenderClient, UnsafeAddressError } from "../../render-api";

describe("The address that a key is sent to", () => {
  for (const address of [
    "https://api.render.com/v1",
    "HTTPS://render.example/v1",
    "http://127.0.0.1:8080/v1",
    "http://localhost:8080",
    "http://[::1]:8080/v1",
  ]) {
    it(`may be ${address}`, () => {
      assert.ok(isSafeAddress(address));
      assert.ok(new RenderClient({ host: address, apiKey: "k" }) instanceof RenderClient);
    });
  }

  for (const address of [
    "http://api.render.com/v1",
    "http://127.0.0.1@api.render.com/v1",
    "http://127.0.0.1.render.example/v1",
    "http://localhost.render.example/v1",
    "http://10.0.0.1/v1",
    "ftp://api.render.com",
    "api.render.com/v1",
    "https://",
    "",
  ]) {
    it(`is refused before anything is sent: ${address === "" ? "none" : address}`, () => {
      assert.ok(!isSafeAddress(address));
      assert.throws(() => new RenderClient({ host: address, apiKey: "k" }), UnsafeAddressError);
    });
  }
});
