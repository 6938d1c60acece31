import assert from "node:assert/strict";
import type { Properties } from "../../../render/plugin/property-values";
import { webService } from "../../../render/resources/web-service";
import { CalledKind, changedPaths, IMAGE } from "../called-kind";

const DIGEST = `sha256:${"0a".repeat(32)}`;
const ROOT = "docker.io/library/nginx";

/** A program's image, what Render shows of it, and what a program that goes on as before is shown as a change. */
const VERSIONS: readonly (readonly [what: string, named: Properties, shown: string])[] = [
  ["a tag, of which Render shows the digest too", { tag: "1.27" }, `${ROOT}:1.27@${DIGEST}`],
  ["a digest, of which Render shows the tag too", { digest: DIGEST }, `${ROOT}:1.27@${DIGEST}`],
  ["none, of which Render shows tag and digest", {}, `${ROOT}:latest@${DIGEST}`],
  ["none, of which Render shows the tag", {}, `${ROOT}:latest`],
  ["none, of which Render shows the digest", {}, `${ROOT}@${DIGEST}`],
];

describe("The version of an image", () => {
  let kinds: CalledKind;
  before(async () => {
    kinds = await CalledKind.open();
  });
  after(() => kinds.close());

  // Render takes a service's name once.
  let made: string | undefined;
  afterEach(async () => {
    if (made !== undefined) await webService.delete(kinds.context(), made, {});
    made = undefined;
  });

  const imageOf = (image: Properties): Properties =>
    kinds.checked(webService, { ...IMAGE, runtimeSource: { image: { imageUrl: ROOT, ...image } } });

  for (const [what, named, shown] of VERSIONS) {
    it(`that a program names is settled after a refresh: ${what}`, async () => {
      const wanted = imageOf(named);
      const { id, outputs } = await webService.create(kinds.context(), wanted);
      made = id;
      const image = { ownerId: kinds.called.render.ownerId, imagePath: shown };
      await kinds.called.ask("PATCH", `/services/${id}`, { image });
      const read = await webService.read(kinds.context(), id, wanted, outputs);
      assert.ok(read);
      assert.deepEqual(changedPaths(webService, wanted, read.inputs), [], "a refresh shows no change");
      assert.deepEqual(changedPaths(webService, read.inputs, wanted), [], "nor does the preview after it");
    });
  }

  it("is one to import: where Render shows tag and digest, the digest", async () => {
    const wanted = imageOf({ tag: "1.27" });
    const { id } = await webService.create(kinds.context(), wanted);
    made = id;
    const image = { ownerId: kinds.called.render.ownerId, imagePath: `${ROOT}:1.27@${DIGEST}` };
    await kinds.called.ask("PATCH", `/services/${id}`, { image });
    const read = await webService.read(kinds.context(), id, {}, {});
    assert.deepEqual(read?.inputs.runtimeSource, { image: { imageUrl: ROOT, digest: DIGEST } });
  });

  it("that is another is a change: of the tag, of the digest, and of a tag that someone has moved on", () => {
    const both = { imageUrl: ROOT, tag: "1.27", digest: DIGEST };
    const old = { ...imageOf({}), runtimeSource: { image: both } };
    for (const [named, paths] of [
      [{ tag: "1.28" }, ["runtimeSource.image.tag", "runtimeSource.image.digest"]],
      [{ digest: `sha256:${"1b".repeat(32)}` }, ["runtimeSource.image.tag", "runtimeSource.image.digest"]],
    ] as const)
      assert.deepEqual(changedPaths(webService, old, imageOf(named)).toSorted(), paths.toSorted());
  });
});
