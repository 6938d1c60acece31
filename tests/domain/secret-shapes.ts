import { CANARY } from "./canary";
import { LATER_BARE } from "./later-prose-secrets";
import { BARE, BY_SHAPE, QUOTED } from "./prose-secrets";
import { QUOTED_SECRETS } from "./quoted-secrets";

const NAMES = [
  ...[
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "POSTGRES_PWD",
    "MAIL_PASSWD",
    "SSL_KEYFILE_PASSWORD",
    "DB_PASS",
  ],
  ...["SECRET", "SECRET_KEY", "JWT_SECRET_KEY", "CLIENT_SECRET", "SECRET_KEY_BASE", "AWS_SECRET_ACCESS_KEY"],
  ...["TOKEN", "ACCESS_TOKEN", "REFRESH_TOKEN", "GITHUB_TOKEN", "TOKEN_V2", "CSRF_TOKEN_SALT"],
  ...[
    "API_KEY",
    "OPENAI_API_KEY",
    "STRIPE_KEY",
    "ENCRYPTION_KEY",
    "SUPABASE_SERVICE_ROLE_KEY",
    "PRIVATE_KEY",
  ],
  ...["FERNET_KEY", "SIGNING_KEY", "DB_CREDENTIALS", "NPM_AUTH", "SMTP_PASSPHRASE", "SESSION_KEY"],
];

/** An assignment in each notation in which a text may have one. */
const ASSIGNMENTS: readonly ((name: string) => string)[] = [
  (name) => `${name}=${CANARY}`,
  (name) => `  export ${name}="${CANARY}"`,
  (name) => `${name.toLowerCase()}: ${CANARY}`,
  (name) => `{"${name}": "${CANARY}", "port": 8000}`,
  (name) => `connect(host="db", ${name.toLowerCase()}='${CANARY} and more')`,
  (name) => `web: ${name}=${CANARY} uvicorn main:app`,
  (name) => `os.getenv("${name}", "${CANARY}")`,
  (name) => `tool --${name.toLowerCase().replaceAll("_", "-")} ${CANARY} --verbose`,
];

/** Where neither a sign nor a flag joins the secret to its name. */
const LOGINS_OF_COMMANDS: readonly string[] = [
  `RUN echo "machine github.com login u password ${CANARY}" > ~/.netrc`,
  `machine api.heroku.com login a@b.com password ${CANARY}`,
  `default login u password ${CANARY}`,
  `  password ${CANARY}`,
  `RUN echo ${CANARY} | docker login -u me --password-stdin`,
  `printf '%s' "${CANARY}" | podman login quay.io -u me --password-stdin`,
  `echo -n '${CANARY}' | gh auth login --with-token`,
  `echo "deploy:${CANARY}" | chpasswd`,
  `echo ${CANARY} | sudo -S apt-get update`,
  `echo "${CANARY}" | wrangler secret put SESSION`,
  `docker login -u me --password-stdin <<< "${CANARY}"`,
  `echo "db.acme.com:5432:app:u:${CANARY}" > ~/.pgpass`,
  `printf "machine %s login %s password %s" github.com u ${CANARY} >> /root/.netrc`,
  `aws configure set aws_secret_access_key ${CANARY} && aws s3 ls`,
  `aws configure set --profile acme aws_secret_access_key "${CANARY}"`,
  `npm config set //registry.acme.com/:_authToken ${CANARY}`,
  `pulumi config set --secret acme:dbPassword ${CANARY}`,
  `poetry config http-basic.acme u ${CANARY} && poetry install`,
  `poetry config pypi-token.acme ${CANARY} && poetry publish`,
  `ENV SECRET_KEY ${CANARY}`,
  `Step 4/9 : ENV SECRET_KEY ${CANARY}`,
  `setx DB_PASSWORD ${CANARY}`,
  `CREATE ROLE app LOGIN PASSWORD '${CANARY}'`,
  `ALTER USER app WITH ENCRYPTED PASSWORD '${CANARY}';`,
  `CREATE USER 'app'@'%' IDENTIFIED BY '${CANARY}'`,
  `CREATE LOGIN app WITH PASSWORD = '${CANARY}'`,
  `      traefik.basicauth: "u:${CANARY}"`,
  `      - traefik.http.middlewares.a.basicauth.users=u:${CANARY}`,
  `      - "u:$$apr1$$${CANARY}$$aB3dE5fG7hJ9"`,
];

/** Addresses that are good by what they hold, and a client's words about one. */
const SIGNED: readonly string[] = [
  `GET https://acme.blob.core.windows.net/a/b?sv=2024-11-04&sig=${CANARY}`,
  `GET https://acme.s3.amazonaws.com/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=${CANARY}`,
  `https://storage.googleapis.com/a/b?X-Goog-Signature=${CANARY}`,
  `https://maps.acme.com/js?key=${CANARY}`,
  `healthCheckPath: /h?token=${CANARY}`,
  `EnvError: DATABASE_URL: invalid url input: "${CANARY}"`,
  `EnvError: SETTINGS: Invalid json: "${CANARY}"`,
];

/** Short names, and words of other languages. */
const LABELS: readonly string[] = [
  ...["Passwort: ", "Kennwort=", "mot de passe : ", "mdp=", "contraseña=", "Contraseña: ", "senha: "],
  ...["DB_SENHA=", "wachtwoord: ", "hasło: ", "heslo: ", "пароль: ", "lösenord: ", "passord: ", "salasana: "],
  ...[
    "şifre: ",
    "密码：",
    "密码: ",
    "パスワード: ",
    "비밀번호: ",
    "kata sandi: ",
    "(pw=",
    "DB_PW=",
    "db_psw: ",
  ],
].map((label) => `Error: ${label}${CANARY}`);

/** By place, by a driver's own words, and by the prefix that a maker gives. */
const OTHERS: readonly string[] = [
  `postgresql://u:${CANARY}@h:5432/d`,
  `postgres://u:${CANARY} y@h/db": net/url: invalid userinfo`,
  `Could not parse SQLAlchemy URL from string 'postgres//u:${CANARY}@h/db'`,
  `Could not parse SQLAlchemy URL from string 'postgresql:/u:${CANARY}@h/db'`,
  `Could not parse SQLAlchemy URL from string 'u:${CANARY}@h/db'`,
  `TypeError: Invalid URL: postgresql:u:${CANARY}@h`,
  `panic: parse "postgres://u:${CANARY} y@h/db": net/url: invalid userinfo`,
  `U9=postgresql://HOST:${CANARY}/postgres`,
  `redis://:${CANARY}@h:6379/0`,
  `mongodb+srv://u:${CANARY}@cluster.acme.mongodb.net/app`,
  `amqps://u:a@${CANARY}@mq.acme.com/v`,
  `https://${CANARY}@o1.ingest.sentry.io/2`,
  `https://x-access-token:${CANARY}@github.com/acme/api.git`,
  `git clone https://oauth2:${CANARY}@gitlab.com/acme/api`,
  `GET /hook?access_token=${CANARY}&x=1 HTTP/1.1`,
  `postgresql://h/d?user=u&password=${CANARY}`,
  `jdbc:postgresql://h:5432/d?user=u&password=${CANARY}&ssl=true`,
  `host=h user=u password=${CANARY} dbname=d`,
  `host=h user=u password='${CANARY} two' dbname=d`,
  `Server=h;User Id=u;Password=${CANARY};Database=d`,
  `postgresql%3A%2F%2Fu%3A${CANARY}%40h%2Fd`,
  `invalid integer value "${CANARY}" for connection option "port"`,
  `invalid dsn: missing "=" after "${CANARY}" in connection info string`,
  `invalid URI query parameter: "${CANARY}"`,
  `ValueError: Port could not be cast to integer value as '${CANARY}'`,
  `ValueError: invalid literal for int() with base 10: '${CANARY}'`,
  `parse "postgres://u:${CANARY}/d": invalid port ":${CANARY}" after host`,
  `could not translate host name "${CANARY}@h" to address`,
  `getaddrinfo ENOTFOUND ${CANARY}@h`,
  `invalid percent-encoded token: "${CANARY}"`,
  `input: 'postgres//u:${CANARY}@h/db', code: 'ERR_INVALID_URL'`,
  `Set-Cookie: session=${CANARY}; Path=/; HttpOnly`,
  `Cookie: theme=dark; sid=${CANARY}`,
  `Authorization: Bearer ${CANARY}`,
  `Authorization: Basic ${Buffer.from(`u:${CANARY}`).toString("base64")}`,
  `authorization: ${CANARY}`,
  `X-Api-Key: ${CANARY}`,
  `curl -u admin:${CANARY} https://acme.com`,
  `dsn=user:${CANARY}@tcp(10.0.0.1:3306)/shop connection refused`,
  `toomanyrequests: limit reached for user:${CANARY}@registry.acme.com/v2`,
  `toomanyrequests: limit reached for user:${CANARY}@registry`,
  `  Input should be shorter [type=string_too_long, input_value='${CANARY}', input_type=str]`,
  `app:${CANARY}@unix(/run/mysqld.sock)/shop`,
  `ERROR redis-cli -h r -a ${CANARY} ping: connection refused`,
  `valkey-cli -a "${CANARY}" ping`,
  `mongosh mongodb.acme.com -u app -p ${CANARY}`,
  `sshpass -p${CANARY} ssh deploy@acme.com`,
  `docker login -u acme -p ${CANARY} registry.acme.com`,
  `sqlcmd -S db.acme.com -U app -P ${CANARY} -Q "select 1"`,
  `curl --user admin:${CANARY} https://acme.com`,
  `mysql -u root -p${CANARY} app`,
  `ghp_${CANARY}aB3dE5fG7hJ9kL1mN2pQ`,
  `glpat-${CANARY}aB3d`,
  `hf_${CANARY}aB3dE5fG7hJ9kL1mN`,
  `whsec_${CANARY}aB3dE5fG7hJ9`,
  `sk-proj-${CANARY}aB3dE5fG7hJ9`,
  `sk_test_${CANARY}aB3dE5`,
  `xoxb-12345-${CANARY}aB3d`,
  `AIza${CANARY}aB3dE5fG7hJ9kL1mN2p`,
  `SG.${CANARY}.aB3dE5fG7hJ9kL1mN2pQ`,
  `dop_v1_${CANARY}aB3dE5fG7hJ9`,
  `pypi-${CANARY}aB3dE5fG7hJ9`,
  `https://hooks.slack.com/services/T02AB3C4D/B05EF6G7H/${CANARY}`,
  `Max retries exceeded with url: /services/T02AB3C4D/B05EF6G7H/${CANARY} (Caused by x)`,
  `fatal: unable to access 'https://${CANARY}:x-oauth-basic@github.com/acme/api.git/': 403`,
  `https://discord.com/api/webhooks/1187293847561029384/${CANARY}`,
  `https://api.render.com/deploy/srv-abc123?key=${CANARY}`,
  `bot7123984561:${CANARY}AAHk3JqL9vX2mNpQ8rTaB`,
  `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`,
  `eyJhbGciOiJIUzI1NiJ9.${CANARY}.${CANARY}`,
  ...LOGINS_OF_COMMANDS,
  ...SIGNED,
  ...LABELS,
  ...QUOTED_SECRETS,
];

/** In the sentences of programs. What is known by its line alone has none of its own where a text is quoted. */
const PROSE: readonly string[] = [
  ...[...QUOTED, ...BARE, ...LATER_BARE].map((write) => write(CANARY)),
  ...BY_SHAPE.map(([text]) => text).filter((text) => text.includes(CANARY) && text.trim().includes(" ")),
];

/** At least 200 texts, each with the canary in a shape of its own. */
export const SECRET_SHAPES: readonly string[] = [
  ...NAMES.flatMap((name) => ASSIGNMENTS.map((write) => write(name))),
  ...OTHERS,
  ...PROSE,
];
