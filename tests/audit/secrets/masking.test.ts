import assert from "node:assert/strict";
import { DOCKERFILE } from "../../../audit/readers/dockerfile/reader";
import { ENV_FILE } from "../../../audit/readers/env-file/reader";
import { credentialsIn } from "../../../audit/secrets/detected-credentials";
import { maskingOf } from "../../../audit/secrets/masking";
import { type CredentialFact, type Fact, known, unknown } from "../../../domain";
import { ONE_FILE } from "../readers/one-file";

describe("the masking of a secret that no reader could take from its text", () => {
  const excerpt = (text: string): string | undefined => {
    const { facts } = ENV_FILE.read({ path: ".env", text }, ONE_FILE);
    return maskingOf(facts, new Map([[".env", text]])).excerpt(".env", 1);
  };

  for (const [what, text, expected] of [
    ["a reference", "DJANGO_SECRET_KEY=canary$abc", "DJANGO_SECRET_KEY=***"],
    ["an escape", 'export SIGNING_SECRET_KEY = "canary\\t"', "export SIGNING_SECRET_KEY = ***"],
    ["a quote that does not end", "PRIVATE_KEY='canary", "PRIVATE_KEY=***"],
    ["a colon", "CLIENT_SECRET_ID: canary", "CLIENT_SECRET_ID: ***"],
  ] as const) {
    it(`hides all that follows its name where it has ${what}`, () => assert.equal(excerpt(text), expected));
  }

  it("leaves a line that holds the name alone, and shows nothing of one without it", () => {
    const text = "- key: A_SECRET\n  canary\n";
    const fact = (line: number) =>
      ({
        kind: "variable",
        name: "A_SECRET",
        value: unknown<string>("it is not written here"),
        secret: true,
        place: { source: "file", file: "a.yml", line },
      }) as const;
    const masking = maskingOf([fact(1), fact(2)], new Map([["a.yml", text]]));
    assert.deepEqual([masking.excerpt("a.yml", 1), masking.excerpt("a.yml", 2)], ["- key: A_SECRET", "***"]);
  });
});

describe("the masking of a build argument", () => {
  it("hides a secret one", () => {
    const text = "FROM a\nARG DJANGO_SECRET_KEY=canary-abc\n";
    const { facts } = DOCKERFILE.read({ path: "Dockerfile", text }, ONE_FILE);
    const masking = maskingOf(facts, new Map([["Dockerfile", text]]));
    assert.equal(masking.excerpt("Dockerfile", 2), "ARG DJANGO_SECRET_KEY=***");
    assert.equal(masking.text("got canary-abc"), "got ***");
  });
});

describe("the masking of a credential that was found by its shape", () => {
  const LINE = 'const key = "canary-1234-rest"; // for tests';
  const found = (over: Partial<CredentialFact> & { readonly column?: number } = {}): CredentialFact => ({
    kind: "credential",
    place: { source: "file", file: "a.js", line: 1, column: over.column ?? 14 },
    what: "a token",
    tracked: true,
    ...(over.endColumn !== undefined && { endColumn: over.endColumn }),
  });
  const masking = (fact: CredentialFact) => maskingOf([fact], new Map([["a.js", LINE]]));

  it("keeps the rest of its line", () => {
    assert.equal(masking(found({ endColumn: 30 })).excerpt("a.js", 1), 'const key = "***"; // for tests');
  });

  it("takes the whole word where the detector took a part of it", () => {
    assert.equal(
      masking(found({ column: 18, endColumn: 22 })).excerpt("a.js", 1),
      'const key = "***"; // for tests',
    );
  });

  it("hides the line where its end is not known, or where the line is to be another", () => {
    assert.equal(masking(found()).excerpt("a.js", 1), "***");
    assert.equal(masking(found({ endColumn: 30 })).line("a.js", 1, LINE.replace("key", "token")), "***");
  });

  it("is hidden also where a reader has taken the line for a variable that is no secret", () => {
    const place = { source: "file", file: ".env", line: 1, column: 1 } as const;
    const text = "NOTE=see canary-1234 there\n";
    const note: Fact = {
      kind: "variable",
      name: "NOTE",
      value: known(text.slice(5, -1)),
      secret: false,
      place,
    };
    const credential: CredentialFact = {
      ...found({ endColumn: 21 }),
      place: { ...place, column: 10 },
    };
    const masked = maskingOf([note, credential], new Map([[".env", text]]));
    assert.equal(masked.excerpt(".env", 1), "NOTE=see *** there");
  });

  it("is the variable's own where it stands for a whole env file", () => {
    const place = { source: "file", file: ".env", line: 1, column: 1 } as const;
    const text = "DATABASE_URL=postgresql://app:canary-pass@db.acme.com/app\n";
    const url: Fact = {
      kind: "variable",
      name: "DATABASE_URL",
      value: known(text.slice(13, -1)),
      secret: true,
      place,
    };
    const masked = maskingOf([url, { ...found(), place }], new Map([[".env", text]]));
    assert.equal(masked.excerpt(".env", 1), "DATABASE_URL=postgresql://app:***@db.acme.com/app");
  });

  it("spans all of several in one line", async () => {
    const token = (of: string): string => ["gh", "p_", of.repeat(4)].join("");
    const [one, other] = [token("aB3dE5fG7"), token("hJ9kL1mN2")];
    const text = `const keys = ["${one}", "${other}"]; // both\n`;
    const facts = await credentialsIn({ path: "b.js", text });
    assert.equal(
      maskingOf(facts, new Map([["b.js", text]])).excerpt("b.js", 1),
      'const keys = ["***"]; // both',
    );
  });
});
