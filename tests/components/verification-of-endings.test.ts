import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Deployed, DeployedKinds, type Kind } from "./deployed-kind";

/** Answers by path as its variable says. */
const SLOW = `const answers = JSON.parse(process.env.ANSWERS || "{}");
  require("node:http").createServer((request, response) => {
    response.statusCode = (answers[request.url] || {}).status || 200;
    response.end("ok");
  }).listen(Number(process.env.PORT), "0.0.0.0");`;

const SICK = { ANSWERS: JSON.stringify({ "/ready": { status: 500 } }) };
const READY = {
  name: "ready",
  method: "GET",
  path: "/ready",
  headers: {},
  timeout: 10_000,
  expect: { status: 200 },
};
const BAD = { endpoints: [READY], rollback: true, stability: 0 };

describe("A verification of a deploy that ends", function () {
  this.timeout(10 * 60_000);
  let kinds: DeployedKinds;
  let checkouts: string;
  before(async () => {
    checkouts = await mkdtemp(path.join(tmpdir(), "portcullis-endings-"));
    kinds = await DeployedKinds.open({ checkoutFolder: checkouts });
    git("init", "-q");
    commit();
  });
  afterEach(() => kinds.clear());
  after(async () => {
    await kinds.close();
    await rm(checkouts, { recursive: true, force: true });
  });

  const git = (...args: readonly string[]): string =>
    execFileSync(
      "git",
      ["-C", kinds.called.source, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args],
      {
        encoding: "utf8",
      },
    ).trim();
  /** @returns its id as people write it */
  const commit = (): string => {
    git("commit", "-q", "--allow-empty", "-m", "change");
    return git("rev-parse", "--short=7", "HEAD");
  };

  /** A service with a live deploy, and another one that is made after it. */
  async function deployedAgain(change: Kind, kind: Kind = {}): Promise<{ service: Deployed; first: string }> {
    const service = await kinds.deployed(kind);
    const first = service.deployId;
    assert.equal(await service.ended(), "live");
    await service.again(change);
    return { service, first };
  }

  describe("without being live", () => {
    it("does not decide on one that was cancelled by hand, and says who is live", async () => {
      const { service, first } = await deployedAgain({ build: "sleep 60" });
      await service.ask("POST", `/deploys/${service.deployId}/cancel`);
      const { outcome, words } = await service.verified({ rollback: true });
      assert.equal(outcome, "not-decided", words);
      assert.match(words, new RegExp(`cancelled.*${first} is still live`));
    });

    it("does not decide on one that is cancelled by hand while it is waited for", async () => {
      const { service, first } = await deployedAgain({ build: "sleep 60" });
      const { outcome, words } = await service.verified({}, (told) => {
        if (told.includes("build in progress"))
          void service.ask("POST", `/deploys/${service.deployId}/cancel`);
      });
      assert.equal(outcome, "not-decided", words);
      assert.match(words, new RegExp(`cancelled.*${first} is still live`));
    });

    it("does not decide on one that a newer one replaces, and names that", async () => {
      const { service } = await deployedAgain({ build: "sleep 60" });
      const { id } = await service.ask("POST", "/deploys", {});
      const { outcome, words } = await service.verified({ rollback: true });
      assert.equal(outcome, "not-decided", words);
      assert.match(words, new RegExp(`cancelled for a newer one, ${id}`));
    });

    it("fails one whose build failed, with the build's line", async () => {
      const build = 'echo "npm error Missing script: \\"build\\"" >&2; exit 1';
      const { service, first } = await deployedAgain({ build });
      const { outcome, words } = await service.verified({ rollback: true });
      assert.equal(outcome, "fail", words);
      assert.match(
        words.split("\n")[0] ?? "",
        /^kind-\d+ failed its verification: .*its build failed.*Missing script/,
      );
      assert.match(words, new RegExp(`goes on with its last live deploy, ${first}`));
    });

    it("fails one whose pre-deploy command failed, with the command's line", async () => {
      const preDeploy =
        'echo "psycopg.errors.DuplicateTable: relation \\"users\\" already exists" >&2; exit 1';
      const { service } = await deployedAgain({ preDeploy });
      const { outcome, words } = await service.verified();
      assert.equal(outcome, "fail", words);
      assert.match(
        words.split("\n")[0] ?? "",
        /its pre-deploy command failed.*relation "users" already exists/,
      );
    });

    it("fails one whose instance does not start, with the program's line", async () => {
      const program = 'throw new Error("JWT_SECRET is not set");';
      const { service } = await deployedAgain({ program });
      const { outcome, words } = await service.verified();
      assert.equal(outcome, "fail", words);
      assert.match(words.split("\n")[0] ?? "", /JWT_SECRET is not set/);
    });
  });

  describe("in a rollback", () => {
    it("says of which commit the target is", async () => {
      const service = await kinds.deployed({});
      const first = service.deployId;
      const before = git("rev-parse", "--short=7", "HEAD");
      await service.ended();
      commit();
      await service.again({ variables: SICK });
      const { outcome, words } = await service.verified(BAD);
      assert.equal(outcome, "fail", words);
      const target = `its last live deploy, ${first} of commit ${before}`;
      assert.match(words, new RegExp(`was rolled back to ${target} \\(by deploy dep-\\w+, which is live\\)`));
    });

    it("says that both are of one commit, so that what differs is how the service is set", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      const now = git("rev-parse", "--short=7", "HEAD");
      const { words } = await service.verified(BAD);
      assert.match(
        words,
        new RegExp(`was rolled back to its last live deploy, ${first} .*[Bb]oth are of commit ${now}`),
      );
    });

    it("says so where what the target was built of is gone, and what is live", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      await service.ended();
      for (const each of await readdir(checkouts))
        await rm(path.join(checkouts, each), { recursive: true, force: true });
      const { outcome, words } = await service.verified(BAD);
      assert.equal(outcome, "fail", words);
      assert.match(
        words,
        new RegExp(`The rollback to ${first} did not succeed: .*working copy of ${first} is gone`),
      );
    });

    it("says so where Render has the target no more", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      service.fails(/rollback$/, 404, 1, "POST");
      const { words } = await service.verified(BAD);
      assert.match(words, new RegExp(`was not rolled back: .*404.*Deploy ${service.deployId} is live now`));
      assert.match(words, new RegExp(`${first}.*`));
    });

    it("says at once that a service was suspended", async () => {
      const { service } = await deployedAgain({ variables: SICK });
      const { outcome, words } = await service.verified(BAD, (told) => {
        if (told.startsWith("log: ")) void service.ask("POST", "/suspend");
      });
      assert.equal(outcome, "fail", words);
      assert.match(words, /was not rolled back: .*suspended/);
    });

    it("keeps what is proven where it is cancelled in the middle, and says what goes on", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      const ctrlC = new AbortController();
      const found = await service.verified(
        BAD,
        (told) => {
          if (told.startsWith("rolling back to deploy"))
            ctrlC.abort(new Error("The verification was cancelled."));
        },
        ctrlC.signal,
      );
      assert.equal(found.outcome, "fail", found.words);
      assert.match(found.words, /GET \/ready: expected 200, got 500/);
      assert.match(found.words, new RegExp(`rollback to ${first}.*dep-\\w+.*was begun.*not waited for`));
    });

    it("names the newer deploy that took the rollback's place", async () => {
      const { service } = await deployedAgain(
        { variables: SICK },
        { program: `setTimeout(() => { ${SLOW} }, process.env.ANSWERS ? 0 : 3_000)` },
      );
      let newer = "";
      const { outcome, words } = await service.verified(BAD, (told) => {
        if (told.startsWith("rolling back to deploy"))
          void service.ask("POST", "/deploys", {}).then(({ id }) => (newer = id));
      });
      assert.equal(outcome, "fail", words);
      assert.match(words, new RegExp(`The rollback to .* did not succeed: .*newer one, ${newer}`));
    });

    it("goes back behind what an earlier verification has rolled back", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      const bad = service.deployId;
      const rolled = await service.verified(BAD);
      const [back] = (await service.ask("GET", "/deploys")) as { deploy: { id: string } }[];
      assert.match(rolled.words, new RegExp(`rolled back to its last live deploy, ${first}`));
      await service.again({ variables: SICK });
      const { words } = await service.verified(BAD);
      assert.match(words, new RegExp(`rolled back to its last live deploy, ${back?.deploy.id} `));
      assert.doesNotMatch(words, new RegExp(`to its last live deploy, ${bad}`));
    });

    it("takes a worker and a private service back too", async () => {
      for (const type of ["worker", "private"] as const) {
        const sound = type === "worker" ? "setInterval(() => 0, 1000);" : SLOW;
        const { service, first } = await deployedAgain(
          { program: `${sound} setTimeout(() => process.exit(1), 1_500);` },
          { type, program: sound },
        );
        const { outcome, words } = await service.verified({ rollback: true, stability: 3_000 });
        assert.equal(outcome, "fail", words);
        assert.match(words, new RegExp(`was rolled back to its last live deploy, ${first} of commit`));
      }
    });

    it("takes a cron job back whose run fails", async () => {
      const sound = 'console.log("3 mails");';
      const { service, first } = await deployedAgain(
        { program: 'throw new Error("MAIL_FROM is not set");' },
        { type: "cron", program: sound },
      );
      const { outcome, words } = await service.verified({ rollback: true });
      assert.equal(outcome, "fail", words);
      assert.match(words.split("\n")[0] ?? "", /MAIL_FROM is not set/);
      assert.match(words, new RegExp(`was rolled back to its last live deploy, ${first} of commit`));
    });

    it("asks again where Render takes no rollback for a while", async () => {
      const { service, first } = await deployedAgain({ variables: SICK });
      service.fails(/rollback$/, 429, 12, "POST");
      const { words } = await service.verified(BAD);
      assert.match(words, new RegExp(`was rolled back to its last live deploy, ${first} of commit`));
    });

    it("says that the service was removed by hand", async () => {
      const { service } = await deployedAgain({ variables: SICK });
      const { outcome, words } = await service.verified(BAD, (told) => {
        if (told.startsWith("log: ")) void service.ask("DELETE");
      });
      assert.equal(outcome, "fail", words);
      assert.match(words, /was not rolled back: .*404/);
    });

    it("says that it was not begun where it is cancelled before", async () => {
      const { service } = await deployedAgain({ variables: SICK });
      const ctrlC = new AbortController();
      const found = await service.verified(
        BAD,
        (told) => {
          if (told.startsWith("log: ")) ctrlC.abort(new Error("The verification was cancelled."));
        },
        ctrlC.signal,
      );
      assert.equal(found.outcome, "fail", found.words);
      assert.match(found.words, /GET \/ready: expected 200, got 500/);
      assert.match(found.words, /was not rolled back: the update was cancelled/);
    });

    it("leaves a service alone whose sibling fails at the same time", async () => {
      const sound = await deployedAgain({});
      const sick = await deployedAgain({ variables: SICK });
      const [one, other] = await Promise.all([sound.service.verified(BAD), sick.service.verified(BAD)]);
      assert.deepEqual([one.outcome, other.outcome], ["pass", "fail"], `${one.words}\n${other.words}`);
      assert.match(other.words, new RegExp(`^${sick.service.name} failed its verification`));
      assert.doesNotMatch(other.words, new RegExp(sound.service.name));
      const deploys = (await sound.service.ask("GET", "/deploys")) as { deploy: { status: string } }[];
      assert.deepEqual(
        deploys.map(({ deploy }) => deploy.status),
        ["live", "deactivated"],
      );
    });
  });
});
