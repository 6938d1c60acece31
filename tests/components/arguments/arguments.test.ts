import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseConnection, Environment, environmentArgs, Service, Verification } from "../../../components";
import { type ComponentName, SOUND, service } from "./sound-arguments";
import { SECRET, WRONG } from "./wrong-arguments";

const COMPONENTS = { DatabaseConnection, Environment, Service, Verification };

/** What is declared by a program in plain JavaScript, and the sentence of its error. */
function declared(component: ComponentName, args: unknown, ...names: readonly unknown[]) {
  const name = names.length === 0 ? "prod" : names[0];
  const make = COMPONENTS[component] as unknown as new (name: unknown, args: unknown) => object;
  let made = 0;
  pulumi.runtime.setMocks({
    newResource: ({ name: id, inputs }) => {
      made += 1;
      return { id, state: { ...inputs, deployId: "dep-1", url: "", login: "shop_1" } };
    },
    call: () => ({}),
  });
  try {
    new make(name, args);
    return { made: () => made, said: undefined };
  } catch (error) {
    assert.ok(pulumi.RunError.isInstance(error), `${component} throws no RunError: ${String(error)}`);
    return { made: () => made, said: (error as Error).message };
  }
}

/** Each place of the arguments, with what is there. */
function places(value: unknown, at: readonly string[] = []): readonly (readonly [string[], unknown])[] {
  const isMapping = typeof value === "object" && value !== null && !pulumi.Output.isInstance(value);
  if (!isMapping || value instanceof Promise) return [];
  return Object.entries(value).flatMap(([key, each]): (readonly [string[], unknown])[] => [
    [[...at, key], each],
    ...places(each, [...at, key]),
  ]);
}

function withValue(value: unknown, [key = "", ...rest]: readonly string[], put: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? inside(each, rest, put) : each));
  return { ...(value as object), [key]: inside((value as Record<string, unknown>)[key], rest, put) };
}

const inside = (value: unknown, rest: readonly string[], put: unknown): unknown =>
  rest.length === 0 ? put : withValue(value, rest, put);

const written = (at: readonly string[]): string =>
  at.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");

/** Values of other kinds than the one that is there. */
function wrongFor(right: unknown): readonly unknown[] {
  const all: readonly (readonly [string, unknown])[] = [
    ["number", Number.NaN],
    ["string", SECRET],
    ["boolean", true],
    ["object", {}],
    ["list", [{}]],
    ["null", null],
    ["function", () => SECRET],
  ];
  const kind = Array.isArray(right) ? "list" : typeof right;
  return all.filter(([of]) => of !== kind).map(([, value]) => value);
}

/** Where any JSON is right, and where two forms are. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  json: ["number", "string", "boolean", "object", "list", "null"],
  // What is inside is read by the engine.
  id: ["number", "string", "boolean", "object", "list", "null", "function"],
  stability: ["number"],
  records: ["boolean"],
  run: ["number"],
  jsonPath: [],
};

describe("The arguments of a component", () => {
  for (const component of Object.keys(SOUND) as ComponentName[]) {
    it(`are taken where each is right: ${component}`, async () => {
      const { said } = declared(component, SOUND[component]);
      assert.equal(said, undefined);
    });

    it(`may be outputs where the types say so, and may be left out: ${component}`, () => {
      for (const [at, right] of places(SOUND[component])) {
        if (!/^(?:service\.)?(?:port|start|region)$|^(?:host|url|serviceId|schemas)$/.test(written(at)))
          continue;
        assert.equal(
          declared(component, withValue(SOUND[component], at, pulumi.output(right))).said,
          undefined,
        );
      }
    });

    it(`are refused in one sentence where one is of another kind: ${component}`, () => {
      const wrong: string[] = [];
      for (const [at, right] of places(SOUND[component])) {
        if (pulumi.Output.isInstance(right) || right instanceof Promise) continue;
        const key = at.at(-1) ?? "";
        for (const value of wrongFor(right)) {
          const kind = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
          if (TAKES[key]?.includes(kind)) continue;
          // A path may be text or a mapping; an empty mapping leaves its keys out.
          let said: string | undefined;
          try {
            ({ said } = declared(component, withValue(SOUND[component], at, value)));
          } catch (error) {
            wrong.push(`${written(at)} ${kind}: ${String(error).slice(0, 120)}`);
            continue;
          }
          const isSentence =
            said?.startsWith(`prod: ${written(at)}`) &&
            /: expected .*, got .*\.$/.test(said) &&
            !said.includes(SECRET);
          if (!isSentence && !(kind === "object" && said === undefined))
            wrong.push(`${written(at)} ${kind}: ${said}`);
        }
      }
      assert.deepEqual(wrong, []);
    });

    it(`are refused where all or their name is missing: ${component}`, () => {
      for (const [args, got] of [
        [undefined, "none"],
        [null, "nothing"],
        ["web", "text"],
        [[], "a list"],
      ] as const) {
        const { said } = declared(component, args);
        assert.equal(said, `prod: expected a mapping of arguments, got ${got}.`);
      }
      for (const name of [undefined, 5, ""]) {
        const { said } = declared(component, SOUND[component], name);
        assert.match(
          said ?? "",
          new RegExp(`^${component}: expected its name, got (?:none|a number|empty text)\\.$`),
        );
      }
    });
  }

  for (const [title, component, args, said] of WRONG) {
    it(`say what is expected: ${title}`, () => {
      const { said: got, made } = declared(component as ComponentName, args);
      if (typeof said === "string") assert.equal(got, said);
      else assert.match(got ?? "", said);
      assert.equal(made(), 0);
    });
  }

  it("are made of a stack that was read", () => {
    for (const [stack, got] of [
      [undefined, "none"],
      [{}, "a mapping"],
    ] as const) {
      assert.throws(() => environmentArgs(stack as never), {
        message: `environmentArgs: expected what \`readStack()\` returns, got ${got}.`,
      });
    }
  });

  it("may have what no component knows, and what another kind of service has", () => {
    for (const more of [
      { tags: ["a"] },
      { schedule: "0 3 * * *" },
      { publishPath: "dist" },
      { port: undefined },
    ]) {
      assert.equal(declared("Service", { ...service, ...more }).said, undefined);
    }
  });
});
