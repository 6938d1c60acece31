import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { planOf, refuses } from "../../../cli/promote/plan";
import { planText } from "../../../cli/promote/report";
import { WEEKDAYS } from "../../../domain/promotion-window";

const REVISION = "28163f918a40d5a1d0d1a1f4a1f1d0d1a1f4a1f1";

describe("A promotion's plan", () => {
  let project: string;

  before(() => {
    project = mkdtempSync(path.join(tmpdir(), "portcullis-plan-"));
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  /** Of two stacks with one service, which staging has verified. */
  function plan(
    windows: readonly object[],
    typed: { readonly override?: string; readonly revision?: string } = {},
    repository = "https://github.com/acme/shop",
  ) {
    const service = {
      ...{ name: "shop", repository, runtime: "node", region: "oregon" },
      start: "node server.js",
    };
    const write = (stack: string, config: object): void =>
      writeFileSync(path.join(project, `Pulumi.${stack}.yaml`), stringify({ config }));
    write("staging", { "portcullis:service": service });
    write("production", {
      "portcullis:service": service,
      "portcullis:promotion": { from: "staging", windows },
    });
    const verification = {
      outcome: "pass",
      deployId: "dep-1",
      commit: REVISION,
      at: "2026-11-29T00:00:00Z",
      checks: [],
    };
    const pulumi = async ([command = ""]: readonly string[]) => {
      const stdout = JSON.stringify(command === "config" ? {} : { services: { main: { verification } } });
      return { exitCode: 0, stdout, output: stdout };
    };
    const { signal } = new AbortController();
    return planOf({ from: "staging", to: "production", project, signal, ...typed }, pulumi);
  }

  const day = (back: number): string => WEEKDAYS[(new Date().getUTCDay() + 6 + back) % 7] ?? "";
  const whole = (days: readonly string[]) => ({ days, from: "00:00", to: "24:00", zone: "UTC" });
  /** Two days from now, so that no midnight during the test opens it. */
  const closed = () => [whole([day(2)])];

  it("is carried out in an open window, and where none is declared", async () => {
    for (const windows of [[], [whole(WEEKDAYS)]]) {
      const planned = await plan(windows);
      assert.deepEqual([planned.report.closed, refuses(planned)], [undefined, false]);
    }
  });

  it("is refused outside of the windows with when the next one opens, but planned", async () => {
    const planned = await plan(closed());
    assert.deepEqual([refuses(planned), refuses(planned, true)], [true, false]);
    const opens = Date.parse(planned.report.closed?.opens ?? "");
    assert.equal(WEEKDAYS[(new Date(opens).getUTCDay() + 6) % 7], day(2));
    assert.match(
      planText(planned.report),
      /No window of Pulumi\.production\.yaml is open .* opens at 20\d\d-.*T00:00:00/,
    );
  });

  it("is carried out all the same for a reason, which it repeats", async () => {
    const planned = await plan(closed(), { override: "the shop is down" });
    assert.deepEqual([refuses(planned), planned.report.override], [false, undefined]);
    assert.match(planText(planned.report), /Override, because: the shop is down/);
  });

  it("refuses a typed commit that the service's repository does not have, in a dry run too", async () => {
    const repository = path.join(project, "shop");
    const git = (...words: string[]): string =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", "-C", project, ...words], {
        encoding: "utf8",
      }).trim();
    git("init", "--quiet", "shop");
    git("-C", "shop", "commit", "--quiet", "--allow-empty", "--message", "one");
    const known = git("-C", "shop", "rev-parse", "HEAD");
    const unknown = "a".repeat(40);
    const of = (revision: string, where = repository) => plan([], { override: "why", revision }, where);

    const [there, absent, unasked] = [
      await of(known),
      await of(unknown),
      await of(unknown, `${repository}-none`),
    ];
    assert.deepEqual(there.report.services, [{ key: "main", now: REVISION, revision: known }]);
    assert.deepEqual([refuses(absent, true), refuses(unasked)], [true, false]);
    assert.match(planText(absent.report), /has no commit aaa/);
    assert.match(planText(unasked.report), /not known whether/);
  });

  it("takes no reason without a revision while a window is open", async () => {
    await assert.rejects(plan([whole(WEEKDAYS)], { override: "why not" }), {
      message: /expected `--revision ID` with it/,
    });
    await assert.rejects(plan(closed(), { override: " " }), {
      message: "--override: expected a reason, got an empty one.",
    });
  });
});
