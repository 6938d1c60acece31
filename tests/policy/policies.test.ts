import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import type {
  PolicyResource,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Rule } from "../../domain";
import { policies } from "../../policy/policies";
import { describeViolation, policyName } from "../../policy/violation";
import { PREVIEW_RULES } from "../../rules";

const WEB = "render:index/webService:WebService";
const URN = `urn:pulumi:staging::acme::${WEB}::api`;
const sound = { startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT", healthCheckPath: "/health" };

type Args = Parameters<
  Extract<NonNullable<ResourceValidationPolicy["validateResource"]>, (...args: never) => unknown>
>[0];

/** Runs one policy as CrossGuard does, and answers its violations. */
function run(
  policy: ResourceValidationPolicy | StackValidationPolicy,
  props: object,
  config: object = {},
): string[] {
  const violations: string[] = [];
  assert.ok("validateResource" in policy && typeof policy.validateResource === "function", policy.name);
  const args = {
    type: WEB,
    urn: URN,
    name: "api",
    props,
    opts: {},
    getConfig: () => config,
  } as unknown as Args;
  void policy.validateResource(args, (message) => violations.push(message));
  return violations;
}

const named = (all: ReturnType<typeof policies>, name: string) => {
  const found = all.find((policy) => policy.name === name);
  assert.ok(found, name);
  return found;
};

const byPolicy = (all: ReturnType<typeof policies>) => (one: string, other: string) =>
  all.findIndex(({ name }) => name === one) - all.findIndex(({ name }) => name === other);

describe("the policy pack", () => {
  it("has a policy for each rule, mandatory for errors and advisory for the rest", () => {
    const all = policies();
    for (const rule of PREVIEW_RULES) {
      const { enforcementLevel } = named(all, policyName(rule.id));
      assert.equal(enforcementLevel, rule.severity === "error" ? "mandatory" : "advisory", rule.id);
    }
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  });

  it("reads a resource anew in a second run, whose values may have become known", () => {
    const policy = named(policies(), "service-health-check-path");
    assert.deepEqual(run(policy, sound), []);
    assert.equal(run(policy, { ...sound, healthCheckPath: "health" }).length, 1);
    assert.deepEqual(run(policy, sound), []);
  });

  it("has CrossGuard read the whole stack only for what has to see it", () => {
    const all = policies();
    const asked = () =>
      all.flatMap((policy) =>
        "validateStack" in policy && typeof policy.validateStack === "function" ? [policy.name] : [],
      );
    const always = [
      "linked-env-groups",
      ...PREVIEW_RULES.filter(({ comparesServices }) => comparesServices).map(({ id }) => policyName(id)),
      "advice",
      "undecided",
    ];
    assert.deepEqual(asked(), always);
    const loopback = named(all, "service-loopback-bind");
    run(loopback, { ...sound, startCommand: "uvicorn main:app --port 8000" });
    assert.deepEqual(asked(), [...always, "service-loopback-bind"].sort(byPolicy(all)));
  });

  it("has it read by no policy that would say nothing, once the services were compared", () => {
    const stack = (peer: string) => {
      const all = policies();
      const resources = ["api", "jobs"].map((name) => {
        const props = { ...sound, name, envVars: { PORT: { value: "8000" }, PEER_URL: { value: peer } } };
        return { type: WEB, urn: URN.replace("api", name), name, props, opts: {}, propertyDependencies: {} };
      });
      const getConfig = () => ({});
      for (const policy of all)
        for (const resource of resources)
          if ("validateResource" in policy && typeof policy.validateResource === "function")
            void policy.validateResource({ ...resource, getConfig } as unknown as Args, () => {});
      return all.flatMap((policy) => {
        if (!("validateStack" in policy && typeof policy.validateStack === "function")) return [];
        void policy.validateStack({ resources, getConfig } as unknown as StackValidationArgs, () => {});
        return [policy.name];
      });
    };
    assert.deepEqual(stack("https://api.acme.io"), ["linked-env-groups"]);
    assert.deepEqual(stack("http://api:9000"), ["linked-env-groups", "undecided"]);
  });

  it("reports what stops no deploy as advice, whatever the level of its rule's policy", () => {
    const all = policies();
    const missing = { ...sound, healthCheckPath: "" };
    assert.deepEqual(run(named(all, "service-health-check-path"), missing), []);
    assert.match(run(named(all, "advice"), missing).join(), /health check path: expected a path/);
    assert.equal(named(all, "advice").enforcementLevel, "advisory");
  });

  it("holds a program without components to the standard port, and lets no stack lift what it is set to", () => {
    const port = (value: string) => ({ ...sound, envVars: { PORT: { value } } });
    const standard = () => named(policies(), "port-standard");
    assert.deepEqual(run(standard(), port("8000")), []);
    assert.match(
      run(standard(), port("10000")).join(),
      /variable PORT: expected 8000, the standard port, got 10000/,
    );
    assert.match(
      run(standard(), { ...sound, startCommand: "uvicorn main:app --host 0.0.0.0 --port 10000" }).join(),
      /got 10000/,
    );
    assert.deepEqual(run(standard(), port("9000"), { standardPort: 9000 }), []);
    const declared = {
      type: "portcullis:index:Service",
      urn: "urn:pulumi:staging::acme::s",
      props: { port: 10000, standardPort: 10000 },
      opts: {},
    };
    const [own, bound] = [{}, { standardPort: 8000 }].map((config) => {
      const all = policies();
      read(all, declared, config);
      const violations: string[] = [];
      const policy = named(all, "port-standard");
      assert.ok("validateResource" in policy && typeof policy.validateResource === "function");
      const child = {
        type: WEB,
        urn: URN,
        props: port("10000"),
        opts: { parent: declared.urn },
        getConfig: () => config,
      };
      void policy.validateResource(child as unknown as Args, (message) => violations.push(message));
      return violations.join();
    });
    assert.equal(own, "");
    assert.match(
      bound ?? "",
      /declared port: expected 8000, the standard port, got 10000\. Set it to 8000\./,
    );
    assert.doesNotMatch(bound ?? "", /pulumi config set/);
  });

  it("judges each rule once, and lists as not decided what the rules have found", () => {
    let judged = 0;
    const why = "known only after the deployment";
    const [first] = PREVIEW_RULES;
    assert.ok(first);
    const check: Rule["check"] = (facts) => {
      judged += 1;
      return { violations: [], undecided: facts.slice(0, 1).map(({ place }) => ({ place, why })) };
    };
    const all = policies([{ ...first, check }]);
    assert.deepEqual(run(named(all, policyName(first.id)), sound), []);
    assert.match(
      run(named(all, "undecided"), sound).join(),
      new RegExp(`not decided, ${why}. Rules: ${first.id}`),
    );
    assert.equal(judged, 1);
  });

  it("takes the settings of its configuration", () => {
    const withPort = (PORT: string) => ({
      ...sound,
      envVars: { PORT: { value: PORT }, API_KEY: { value: "example" } },
    });
    const reserved = () => named(policies(), "port-reserved");
    assert.deepEqual(run(reserved(), withPort("9000")), []);
    assert.match(
      run(reserved(), withPort("9000"), { reservedPorts: [9000] }).join(),
      /expected none of 9000, got 9000/,
    );
    const placeholder = () => named(policies(), "environment-placeholder");
    assert.equal(run(placeholder(), withPort("8000")).length, 1);
    assert.deepEqual(run(placeholder(), withPort("8000"), { allow: ["example"] }), []);
    assert.deepEqual(run(placeholder(), withPort("8000"), { allow: ["API_KEY"] }), []);
    const value = "postgresql://u:p@db.abcdefghijklmnopqrst.supabase.co/d";
    const direct = { ...sound, envVars: { DATABASE_URL: { value } } };
    const ipv6 = () => named(policies(), "database-ipv6-only-host");
    assert.equal(run(ipv6(), direct).length, 1);
    assert.deepEqual(run(ipv6(), direct, { ipv4Projects: ["abcdefghijklmnopqrst"] }), []);
    assert.deepEqual(run(ipv6(), direct, { localEnvironments: ["staging"] }), []);
  });

  it("reports a rule that throws, without what it threw", () => {
    const [first] = PREVIEW_RULES;
    assert.ok(first);
    const all = policies([{ ...first, check: () => assert.fail("c4nary") }]);
    const [violation = ""] = run(named(all, policyName(first.id)), sound);
    assert.match(violation, /expected a verdict, got a AssertionError/);
    assert.ok(!violation.includes("c4nary"));
  });

  it("finds that nobody sets PORT only once all links are known, and not where an env group sets it", () => {
    for (const [port, expected] of [
      [undefined, 1],
      ["8000", 0],
      ["10000", 1],
    ] as const) {
      const all = policies();
      const service = declared(all);
      assert.deepEqual(run(named(all, "port-agreement"), sound), []);
      const violations = runStack(all, [service, ...(port === undefined ? [] : linked(all, service, port))]);
      assert.equal(violations.length, expected, violations.join());
    }
  });

  it("does not think that it knows all links where one is written by its ids", () => {
    const all = policies();
    const byIds = {
      type: "render:index/envGroupLink:EnvGroupLink",
      urn: "urn:link",
      propertyDependencies: {},
    };
    assert.deepEqual(runStack(all, [declared(all), byIds as unknown as PolicyResource]), []);
  });

  it("compares a port of another service with that service's own, once both are known", () => {
    for (const [port, expected] of [
      ["8000", []],
      ["8001", [/port of api in API_URL: expected 8000, on which api listens, got 8001/]],
    ] as const) {
      const all = policies();
      const envVars = { API_URL: { value: `http://api:${port}` } };
      const asking = { type: WEB, urn: `${URN}-web`, props: { ...sound, name: "web", envVars }, opts: {} };
      read(all, asking);
      const parent = "urn:pulumi:staging::acme::portcullis:index:Service::main";
      read(all, { type: "portcullis:index:Service", urn: parent, props: { port: 8000 }, opts: {} });
      const type = "render:index/privateService:PrivateService";
      const own = { name: "api", envVars: { PORT: { value: "8000" } } };
      const asked = { type, urn: `${URN}-api`, props: { ...sound, ...own }, opts: { parent } };
      read(all, asked);
      const resources = [asking, asked].map((one) => ({ ...one, propertyDependencies: {} }));
      const violations = runStack(all, resources as unknown as PolicyResource[], {}, "port-peer-mismatch");
      assert.equal(violations.length, expected.length, violations.join());
      for (const pattern of expected) assert.match(violations.join(), pattern);
    }
  });

  it("leaves out of linked env groups the rules that its configuration excepts", () => {
    const all = policies();
    const service = declared(all);
    const resources = [service, ...linked(all, service, "10000")];
    assert.equal(runStack(all, resources).length, 1);
    assert.deepEqual(runStack(all, resources, { except: ["port-agreement"] }), []);
  });
});

/** Runs a policy of a whole stack, by default the one for linked env groups, as CrossGuard does, and answers its violations. */
function runStack(
  all: ReturnType<typeof policies>,
  resources: readonly PolicyResource[],
  config: object = {},
  name = "linked-env-groups",
): string[] {
  const policy = named(all, name);
  assert.ok("validateStack" in policy);
  const violations: string[] = [];
  const args = { resources, getConfig: () => config } as unknown as Parameters<
    typeof policy.validateStack
  >[0];
  void policy.validateStack(args, (message) => violations.push(message));
  return violations;
}

/** A service whose component declares port 8000, read by the pack. */
function declared(all: ReturnType<typeof policies>): PolicyResource {
  const parent = "urn:pulumi:staging::acme::portcullis:index:Service::main";
  read(all, { type: "portcullis:index:Service", urn: parent, props: { port: 8000 }, opts: {} });
  const service = { type: WEB, urn: URN, props: sound, opts: { parent }, propertyDependencies: {} };
  read(all, service);
  return service as unknown as PolicyResource;
}

function linked(all: ReturnType<typeof policies>, service: PolicyResource, port: string): PolicyResource[] {
  const type = "render:index/envGroup:EnvGroup";
  const group = {
    type,
    urn: `urn:pulumi:staging::acme::${type}::g`,
    props: { envVars: { PORT: { value: port } } },
    opts: {},
    propertyDependencies: {},
  };
  read(all, group);
  const link = {
    type: "render:index/envGroupLink:EnvGroupLink",
    urn: "urn:pulumi:staging::acme::link",
    propertyDependencies: { envGroupId: [group], serviceIds: [service] },
  };
  return [group, link] as unknown as PolicyResource[];
}

function read(all: ReturnType<typeof policies>, resource: object, config: object = {}): void {
  const policy = named(all, "port-standard");
  assert.ok("validateResource" in policy && typeof policy.validateResource === "function");
  void policy.validateResource({ ...resource, getConfig: () => config } as unknown as Args, () => undefined);
}

describe("a violation's text", () => {
  it("names a page of the package by its path in a project that has it installed", () => {
    const own = PREVIEW_RULES.filter(({ reference }) => !reference.startsWith("https://"));
    assert.ok(own.length > 0);
    for (const rule of own) {
      const place = { source: "configuration", key: "port" } as const;
      const said = { place, what: "a", expected: "b", got: "c", fix: "D." };
      const text = describeViolation(rule, { rule: rule.id, severity: "error", ...said });
      const [, page = ""] = /^ {2}see: node_modules\/portcullis\/(\S+) /m.exec(text) ?? [];
      assert.ok(page !== "" && existsSync(path.join(__dirname, "../..", page)), text);
    }
  });
});
