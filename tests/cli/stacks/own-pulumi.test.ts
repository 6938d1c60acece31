import assert from "node:assert/strict";
import { passphraseAdvice } from "../../../cli/stacks/own-pulumi";

describe("What to type where Pulumi lacks a passphrase", () => {
  it("is said where Pulumi does not say it, and of nothing else", () => {
    const asked = [
      "getting stack configuration: get stack secrets manager: incorrect passphrase",
      "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
      "no stack named 'staging' found",
    ];
    assert.deepEqual(asked.map(passphraseAdvice), [
      "\nSet the stack's passphrase (PULUMI_CONFIG_PASSPHRASE).",
      "",
      "",
    ]);
  });
});
