import assert from "node:assert/strict";
import { DRIVER_NAMES, driverNamed } from "../../../domain/driver";
import { PREVIEW_RULES } from "../../../rules";
import { OWN_NOTATIONS, URL_NOTATIONS, type Write } from "./password-notations";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const [PLACEHOLDER, ENCODING, MODE] = [
  "environment/placeholder",
  "database/password-encoding",
  "database/transaction-mode-statements",
];
const by = (...ids: readonly string[]) => PREVIEW_RULES.filter(({ id }) => ids.includes(id));
const rejected = (one: SealedCase, rule: string) =>
  together(judgedProgram(resourcesOf("api", one), {}, by(rule))).rejected;
const NOTATIONS = { ...URL_NOTATIONS, ...OWN_NOTATIONS };

/** Those of `passwords` and notations where the rule's answer is not `right`. */
function wrong(
  rule: string,
  notations: Readonly<Record<string, Write>>,
  passwords: readonly string[],
  right: boolean,
) {
  return Object.entries(notations).flatMap(([notation, write]) =>
    passwords.flatMap((password) => {
      const found = rejected(write(password), rule);
      return found.length > 0 === right ? [] : [[notation, password, ...found]];
    }),
  );
}

/** Each form of what a template leaves where a password belongs. */
const LEFT = [
  ...[
    "your-password",
    "YOUR_PASSWORD",
    "your_password_here",
    "<password>",
    "<your-password>",
    "[YOUR-PASSWORD]",
  ],
  ...["{{DB_PASSWORD}}", "{{ password }}", "changeme", "CHANGE_ME", "CHANGE_ME_IN_PRODUCTION", "replace-me"],
  ...[
    "REPLACE_WITH_REAL_PASSWORD",
    "xxxxxxxx",
    "XXXX",
    "__PASSWORD__",
    "%PASSWORD%",
    "********",
    "placeholder",
  ],
  ...[
    "TODO",
    "FILL_ME_IN",
    "insert-password-here",
    "DEIN_PASSWORT",
    "votre_mot_de_passe",
    "TWOJE_HASLO",
    "???",
  ],
];
/** Real passwords, weak ones too. */
const REAL = [
  "k3JqL9vX",
  "horse-battery-9",
  "P4ssw0rd-x",
  "todo-list-2024",
  "x9",
  "Template42",
  "my_dog_rex",
];

const encoded = (password: string) => encodeURIComponent(password).replaceAll("'", "%27");

describe("one password in all its notations", () => {
  it("is a placeholder in each, or in none", () => {
    // A file's `{{NAME}}` may be filled in where the file is read.
    const ofKind = (isFile: boolean) =>
      Object.fromEntries(
        Object.entries(NOTATIONS).filter(([name]) => /file of|Alembic/.test(name) === isFile),
      );
    const filledIn = (password: string) => password.startsWith("{{");
    assert.deepEqual(wrong(PLACEHOLDER, ofKind(false), LEFT, true), []);
    const left = LEFT.filter((password) => !filledIn(password));
    assert.deepEqual(wrong(PLACEHOLDER, ofKind(true), left, true), []);
    assert.deepEqual(wrong(PLACEHOLDER, NOTATIONS, REAL, false), []);
  });

  it("has its delimiters encoded in each URL, and in no other notation", () => {
    const delimiters = ["/", "#", "?"];
    const raw = delimiters.map((one) => `k3J${one}qL9vX`);
    assert.deepEqual(wrong(ENCODING, URL_NOTATIONS, raw, true), []);
    const any = [..."/#?@:%&=+;,!$*()[]{}|~^<>"].map((one) => `k3J${one}qL9vX`);
    assert.deepEqual(wrong(ENCODING, URL_NOTATIONS, any.map(encoded), false), []);
    assert.deepEqual(wrong(ENCODING, OWN_NOTATIONS, any, false), []);
  });
});

/** Where each driver's pool says that it is in transaction mode, by port 6543, and the same in session mode. */
const MODES: Readonly<Record<string, (port: string, settings: string) => SealedCase>> = {
  "a URL": (port, settings) => ({
    variables: { DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@${POOL}:${port}/postgres${settings}` },
  }),
  "a URL of an env group": (port, settings) => ({
    group: { DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@${POOL}:${port}/postgres${settings}` },
  }),
  "an env file": (port, settings) => ({
    secretFiles: {
      ".env": `DATABASE_URL='postgresql://app.${REF}:k3JqL9vX@${POOL}:${port}/postgres${settings}'\n`,
    },
  }),
  "a URL inside JSON": (port, settings) => ({
    variables: {
      DB: JSON.stringify({ url: `postgresql://app.${REF}:k3JqL9vX@${POOL}:${port}/postgres${settings}` }),
    },
  }),
  "parts in variables": (port) => ({
    variables: { DB_HOST: POOL, DB_PORT: port, DB_USER: `app.${REF}`, DB_NAME: "postgres" },
  }),
  "parts inside JSON": (port) => ({
    variables: { DB: JSON.stringify({ host: POOL, port, user: `app.${REF}`, database: "postgres" }) },
  }),
};

describe("one pool's mode with every driver, in all its notations", () => {
  const all = DRIVER_NAMES.map((key) => ({ ...driverNamed(key), key }));
  const preparing = all.filter(({ unprepared }) => unprepared !== undefined);

  it("is rejected where the driver prepares statements by name, and passes in session mode", () => {
    const missed = preparing.flatMap(({ key: name }) =>
      Object.entries(MODES).flatMap(([notation, write]) => {
        const at = (port: string) => rejected({ ...write(port, ""), driver: name }, MODE).length > 0;
        return at("6543") && !at("5432") ? [] : [[name, notation, at("6543"), at("5432")]];
      }),
    );
    assert.ok(preparing.length > 8);
    assert.deepEqual(missed, []);
  });

  it("passes where the driver's own setting turns them off, in the URL or among its settings", () => {
    const alarms = preparing.flatMap(({ key: name, unprepared = {}, onlyInUrl, unpreparedInUrl }) => {
      const settings = Object.fromEntries(
        Object.entries(unprepared).map(([key, values]) => [key, String(values[0])]),
      );
      const isRead = Object.keys(settings).every((key) => unpreparedInUrl?.includes(key));
      return Object.entries(MODES).flatMap(([notation, write]) => {
        const query = isRead && !notation.startsWith("parts") ? `?${new URLSearchParams(settings)}` : "";
        const inUrl = query === "" ? [] : [write("6543", query)];
        const declared = { ...write("6543", ""), declared: { driverSettings: settings } };
        const ways = onlyInUrl !== undefined ? inUrl : [declared, ...inUrl];
        return ways.flatMap((one) => {
          const found = rejected({ ...one, driver: name }, MODE);
          return found.length === 0 ? [] : [[name, notation, found]];
        });
      });
    });
    assert.deepEqual(alarms, []);
  });

  it("passes with a driver that prepares nothing by itself", () => {
    const others = all.filter(({ unprepared }) => unprepared === undefined);
    const alarms = others.flatMap(({ key: name }) =>
      Object.values(MODES).flatMap((write) => rejected({ ...write("6543", ""), driver: name }, MODE)),
    );
    assert.deepEqual(alarms, []);
  });
});

describe("one setting of a service, in whatever program and runtime it is", () => {
  const runtimes: readonly SealedCase[] = [
    {},
    { driver: "none" },
    { driver: "none", runtime: "node", command: "next start" },
    { command: null, properties: { runtimeSource: { docker: { repoUrl: "https://github.com/acme/api" } } } },
    { command: null, properties: { runtimeSource: { image: { imageUrl: "ghcr.io/acme/api" } } } },
  ];
  const FACTS: readonly (readonly [fact: object, rule: string, broken: boolean])[] = [
    [{ healthCheckPath: "health" }, "service/health-check-path", true],
    [{ healthCheckPath: "https://acme.io/health" }, "service/health-check-path", true],
    [{ healthCheckPath: "/health" }, "service/health-check-path", false],
    [{ healthCheckPath: "/api/health?full=1" }, "service/health-check-path", false],
    [{ plan: "free", numInstances: 2 }, "plan/limits", true],
    [{ plan: "free", disk: { name: "d", mountPath: "/d", sizeGb: 1 } }, "plan/limits", true],
    [{ plan: "starter", numInstances: 2 }, "plan/limits", false],
    [{ plan: "free", region: "oregon" }, "plan/limits", false],
    [{ region: "frankfurt" }, "blueprint/unknown-value", false],
    [{ plan: "pro_plus", region: "singapore" }, "blueprint/unknown-value", false],
  ];

  it("has the same verdict", () => {
    const different = FACTS.flatMap(([fact, rule, broken]) =>
      runtimes.flatMap((one) => {
        const found = rejected({ ...one, properties: { ...one.properties, ...fact } }, rule);
        return found.length > 0 === broken ? [] : [[fact, one, found]];
      }),
    );
    assert.deepEqual(different, []);
  });
});
