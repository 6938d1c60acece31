import assert from "node:assert/strict";
import { credentialsIn } from "../../../audit/secrets/detected-credentials";

/** Put together here, so that no scanner takes this file for one that holds a secret. */
const VALUE = ["k9Qz3Lw7", "Xr2Vb8Nc", "5Tm1Hd6J"].join("");
const TYPED = ["Zx81Qw", "72Lmfa"].join("");
const STRIPE = ["sk_", "live_", VALUE].join("");
const SUPABASE = ["sb_", "secret_", VALUE].join("");
const GITLAB = ["glp", "at-", VALUE.slice(0, 20)].join("");
const GITHUB = ["gh", "p_", "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYzab1"].join("");
const part = (of: object): string => Buffer.from(JSON.stringify(of)).toString("base64url");
const jwt = (role: string): string =>
  [
    part({ alg: "HS256", typ: "JWT" }),
    part({ iss: "supabase", ref: "abcdefghijklmnopqrst", role }),
    VALUE + VALUE,
  ].join(".");
const ALL = [VALUE, TYPED, STRIPE, SUPABASE, GITLAB, GITHUB];

const FOUND: readonly (readonly [title: string, file: string, line: string])[] = [
  [
    "a URL whose password has a raw @ early",
    "db.py",
    `URL = "postgresql://app:p@${TYPED}@db.acme.com:5432/app"`,
  ],
  ["the same at its beginning", "db.go", `const url = "postgres://app:@${TYPED}@db.acme.com/app"`],
  [
    "the same of a cache",
    "cache.js",
    `createClient({ url: "rediss://default:p@${TYPED}@cache.acme.com:6379" });`,
  ],
  [
    "the same with a raw slash and a raw #",
    "db.py",
    `URL = "postgresql://app:p@/#${TYPED}@db.acme.com:5432/app"`,
  ],
  ["the same in a settings file", "config/prod.yml", `url: postgresql://app:p@${TYPED}@db.acme.com:5432/app`],
  ["a JDBC URL", "Db.java", `String u = "jdbc:postgresql://db.acme.com/app?user=app&password=${TYPED}";`],
  [
    "a database URL in a RUN",
    "Dockerfile",
    `RUN DATABASE_URL=postgresql://app:${TYPED}@db.acme.com/app alembic upgrade head`,
  ],
  [
    "a database URL in a CMD",
    "Dockerfile",
    `CMD ["app", "--db", "postgresql://app:${TYPED}@db.acme.com/app"]`,
  ],
  ["a token in a RUN", "Dockerfile", `RUN git clone https://x:${GITHUB}@github.com/acme/app`],
  ["a token in a LABEL", "Dockerfile", `LABEL com.acme.token="${STRIPE}"`],
  ["a generated value that a RUN exports", "Dockerfile", `RUN export API_KEY=${VALUE} && make`],
  [
    "a generated value in a RUN's header",
    "Dockerfile",
    `RUN curl -H "Authorization: Bearer ${VALUE}" https://api.acme.com/x`,
  ],
  ["a generated value behind a CMD's flag", "Dockerfile", `CMD ["./app", "--api-key", "${VALUE}"]`],
  ["a generated value in a LABEL", "Dockerfile", `LABEL api_key="${VALUE}"`],
  ["Stripe's key as a constructor's argument", "pay.js", `const stripe = new Stripe("${STRIPE}");`],
  ["Supabase's secret key", "db.ts", `export const db = createClient(url, "${SUPABASE}");`],
  ["Supabase's service role", "db.ts", `export const db = createClient(url, "${jwt("service_role")}");`],
  ["GitLab's token", "ci.py", `gl = gitlab.Gitlab(url, private_token="${GITLAB}")`],
  ["a header with a bearer", "api.ts", `fetch(url, { headers: { Authorization: "Bearer ${VALUE}" } });`],
  ["a header that is set by its name", "api.py", `session.headers["Authorization"] = "Token ${VALUE}"`],
  ["a header of an API key", "api.py", `headers = {"X-Api-Key": "${VALUE}"}`],
  [
    "a keyword argument",
    "db.py",
    `conn = psycopg.connect(host="db.acme.com", user="app", password="${TYPED}")`,
  ],
  [
    "a constructor's option",
    "db.ts",
    `new Pool({ host: "db.acme.com", user: "app", password: "${TYPED}!" });`,
  ],
  [
    "what a variable is when it is not set",
    "settings.py",
    `SECRET_KEY = os.getenv("SECRET_KEY", "${VALUE}")`,
  ],
  ["the same by an operator", "auth.ts", `const secret = process.env.JWT_SECRET || "${VALUE}";`],
  ["a variable that code sets", "main.py", `os.environ["OPENAI_API_KEY"] = "${VALUE}"`],
  ["an argument of its own name", "auth.js", `app.use(session({ secret: "${VALUE}", resave: false }));`],
];

const SOUND: readonly (readonly [title: string, file: string, line: string])[] = [
  ["an anonymous key of Supabase", "db.ts", `export const db = createClient(url, "${jwt("anon")}");`],
  ["a test's key of Stripe", "pay.js", `const stripe = new Stripe("${STRIPE.replace("live", "test")}");`],
  [
    "a header that a variable fills",
    "api.ts",
    "fetch(url, { headers: { Authorization: `Bearer ${token}` } });",
  ],
  ["a header of an example", "api.py", 'headers = {"Authorization": "Bearer your-token-goes-here-1234"}'],
  [
    "a password that a form asks for",
    "form.tsx",
    '<input name="password" placeholder="At least 8 characters1" />',
  ],
  ["a text of a form", "form.ts", 'const labels = { password: "Password (min 8 Characters)" };'],
  ["a rule of a password", "rule.ts", 'const rules = { password: "required|string|min:8|max:255|Alpha1" };'],
  ["a password of a developer's machine", "db.py", 'connect(host="localhost", password="Zx81Qw72Lmfa")'],
  ["a password that is a dummy", "db.py", 'connect(host="db.acme.com", password="changeme-Please1")'],
  ["a password by a reference", "db.rb", `password: ENV.fetch("DB_PASSWORD", ""),`],
  ["a format", "db.py", 'dsn = "postgresql://%s:%s@%s:5432/app" % (user, password, host)'],
  [
    "a template with a raw @ behind",
    "db.ts",
    "const url = `postgresql://${user}:${encode(p)}@${host}@x.acme.com/app`;",
  ],
  [
    "a RUN that reads a mounted secret",
    "Dockerfile",
    "RUN --mount=type=secret,id=key API_KEY=$(cat /run/secrets/key) make",
  ],
  ["a RUN with a build's dummy", "Dockerfile", "RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile"],
  [
    "a RUN that checks a sum",
    "Dockerfile",
    `RUN echo "9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015  key.asc" | sha256sum -c`,
  ],
  [
    "a RUN that asks for a key of packages",
    "Dockerfile",
    "RUN apt-key adv --recv-keys 9DC858229FC7DD38854AE2D88D81803C0EBFCD88",
  ],
  [
    "a hash of a password",
    "users.py",
    'password = "$2b$12$KIXQ4Z1mO8gGqzP0v5J1oeYQ5e8m8yH6qk1l2ZrVZ1p0WcJx9yN2a"',
  ],
  [
    "a default that is a word",
    "settings.py",
    'SECRET_KEY = os.getenv("SECRET_KEY", "django-insecure-4f9k2j3h4g5f6d7s8a9p0")',
  ],
  [
    "a name of a parameter in a store",
    "infra.ts",
    'new Secret(this, "x", { secret: "arn:aws:secretsmanager:eu-1:1234:secret:Db9" });',
  ],
  ["a message", "errors.ts", 'const errors = { password: "Must have Upper, lower, 1digit" };'],
  ["a pattern", "rule.js", 'const schema = { password: "^(?=.*[A-Z])(?=.*[0-9]).{8,}$" };'],
  ["a path of a module", "di.ts", 'import { token } from "lib2/AuthTokenProviderV3Module";'],
  ["a mail's address", "mail.ts", 'const url = "smtp://mailer:@mail.acme.com:587";'],
];

const found = async (file: string, line: string) => await credentialsIn({ path: file, text: `${line}\n` });
const shown = (text: string): string => ALL.reduce((rest, secret) => rest.replaceAll(secret, "…"), text);

describe("A secret in the place where code or an image's build says it", () => {
  for (const [title, file, line] of FOUND)
    it(`is found: ${title}`, async () => {
      const facts = await found(file, line);
      assert.equal(facts.length, 1, shown(line));
      for (const secret of ALL) assert.ok(!JSON.stringify(facts).includes(secret));
    });

  for (const [title, file, line] of SOUND)
    it(`is not seen in ${title}`, async () => assert.deepEqual(await found(file, line), []));

  for (const file of ["tests/api.py", "examples/api.py", "docs/api.md", "api.spec.ts"])
    it(`is not looked for by its name in ${file}`, async () =>
      assert.deepEqual(await found(file, `headers = {"Authorization": "Bearer ${VALUE}"}`), []));
});
