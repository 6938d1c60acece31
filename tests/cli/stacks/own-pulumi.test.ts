import assert from "node:assert/strict";
import { backendAdvice, notShown, refusalAdvice } from "../../../cli/stacks/own-pulumi";

describe("What to type where Pulumi lacks a passphrase", () => {
  it("is said where Pulumi does not say it, and of nothing else", () => {
    const asked = [
      "getting stack configuration: get stack secrets manager: incorrect passphrase",
      "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
      "no stack named 'staging' found",
    ];
    assert.deepEqual(asked.map(refusalAdvice), [
      "\nSet the stack's passphrase (PULUMI_CONFIG_PASSPHRASE).",
      "",
      "",
    ]);
  });
});

describe("What to do where Pulumi's backend", () => {
  /** Of Pulumi 3.259.0, of a server of PostgreSQL, of S3's protocol, and of Pulumi Cloud's, 30 November 2026. */
  const down = [
    'unable to open state database "postgres://x:y@127.0.0.1:1/db": failed to ping PostgreSQL: dial tcp 127.0.0.1:1: connect: connection refused',
    'read ".pulumi/meta.yaml": blob (key ".pulumi/meta.yaml") (code=Unknown): operation error S3: GetObject, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get "http://127.0.0.1:1/bucket/.pulumi/meta.yaml?x-id=GetObject": dial tcp 127.0.0.1:1: connect: connection refused',
    'performing HTTP request: Get "https://nohost.invalid/api/user": dial tcp: lookup nohost.invalid on 10.255.255.53:53: no such host',
  ];

  for (const why of down) {
    it(`does not answer is no login: ${why.slice(-60)}`, () => {
      assert.match(backendAdvice(why) ?? "", /see whether it runs/);
      const { message } = notShown("the state", { exitCode: 1, output: `error: ${why}`, stdout: "" });
      assert.match(message, /see whether it runs/);
      assert.doesNotMatch(message, /Log in|pulumi login ADDRESS/);
    });
  }

  it("has no login or no such stack is what it was", () => {
    for (const why of [
      "PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions",
      "no stack named 'staging' found",
      "incorrect passphrase",
    ]) {
      assert.equal(backendAdvice(why), undefined);
    }
  });
});
