import assert from "node:assert/strict";
import { nameOfImage, publishedImage } from "../../domain/published-images";
import { IMAGES_OF_APPLICATIONS } from "../../domain/published-images-applications";
import { IMAGES_OF_STORES } from "../../domain/published-images-stores";

describe("images that makers publish", () => {
  it("finds an image by each form of its address", () => {
    for (const address of [
      "nginx",
      "nginx:1.27",
      "library/nginx",
      "docker.io/library/nginx:1.27",
      "index.docker.io/library/nginx",
      "registry-1.docker.io/library/nginx@sha256:0a1b",
    ])
      assert.equal(publishedImage(address)?.port, "80", address);
  });

  it("takes no image of another owner or registry for one of these", () => {
    for (const address of ["acme/nginx", "ghcr.io/library/nginx", "localhost:5000/nginx", "nginx-proxy"])
      assert.equal(publishedImage(address), undefined, address);
  });

  it("keeps the port of a registry in the name", () => {
    assert.equal(nameOfImage("registry.example.org:5000/team/api:v1"), "registry.example.org:5000/team/api");
  });

  it("has each name once, and a number for each port", () => {
    const all = [...IMAGES_OF_APPLICATIONS, ...IMAGES_OF_STORES];
    const names = all.flatMap((image) => image.names);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index || nameOfImage(name) !== name),
      [],
    );
    for (const { port, also = [] } of all) for (const one of [port, ...also]) assert.match(one, /^\d+$/);
  });
});
