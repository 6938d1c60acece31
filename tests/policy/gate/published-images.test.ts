import assert from "node:assert/strict";
import { registeredOf } from "./eighteenth-program";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import {
  PUBLISHED_IMAGES_BROKEN,
  PUBLISHED_IMAGES_SOUND,
  PUBLISHED_IMAGES_UNDECIDED,
  PUBLISHED_PROGRAMS_BROKEN,
  PUBLISHED_PROGRAMS_SOUND,
} from "./rooms/published-images";
import type { SealedCase } from "./sealed";

const judge = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));
const rejectedBy = (one: SealedCase) => judge(one).rejected;
const nameOf = ({ properties, variables, why }: SealedCase & { readonly why: string }) =>
  JSON.stringify({ properties, variables, why });
const ofProgram = (one: Parameters<typeof registeredOf>[0]) =>
  together(judgedProgram(registeredOf(one))).rejected;

describe("the gate of images that makers publish", () => {
  it("rejects what opens another port than PORT names, or binds loopback", () => {
    const missed = PUBLISHED_IMAGES_BROKEN.filter(
      (one) => !rejectedBy(one).some((message) => message.includes(`(${one.rule})`)),
    );
    assert.deepEqual(missed.map(nameOf), []);
  });

  it("leaves undecided what a file in the image alone may move", () => {
    const wrong = PUBLISHED_IMAGES_UNDECIDED.filter((one) => {
      const { rejected, undecided } = judge(one);
      return rejected.length > 0 || !undecided.includes("port/agreement");
    });
    assert.deepEqual(wrong.map(nameOf), []);
  });

  it("lets pass what follows PORT, what is moved to it, and what nothing here knows", () => {
    const alarms = PUBLISHED_IMAGES_SOUND.flatMap((one) =>
      rejectedBy(one).map((message) => `${nameOf(one)}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });

  it("rejects a service that asks such an image at a port which that does not open", () => {
    const missed = PUBLISHED_PROGRAMS_BROKEN.filter(
      (one) => !ofProgram(one).some((message) => one.rules.some((rule) => message.includes(`(${rule})`))),
    );
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });

  it("lets a service ask such an image at each port that it opens", () => {
    const alarms = PUBLISHED_PROGRAMS_SOUND.flatMap((one) =>
      ofProgram(one).map((message) => `${one.name}: ${message}`),
    );
    assert.deepEqual(alarms, []);
  });
});
