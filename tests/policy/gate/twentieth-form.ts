import { NPM, native, PIP, privateService, type Resource, values, web, worker } from "./eighteenth-form";
import { PASSWORD } from "./nineteenth-form";
import { supabaseProject } from "./supabase-project";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "kqvwzmhtrbnxdljcfsyp";
export const OTHER = "tdhxrqolwzcnvbkmefja";
export const POOL = "aws-1-eu-west-2.pooler.supabase.com";
export const { DIRECT, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "app",
  password: PASSWORD,
});

/** A component whose staging is in another project, behind the same pooler. */
export const BESIDE_OTHER = {
  otherEnvironments: { staging: { host: POOL, port: 5432, user: `app.${OTHER}`, database: "postgres" } },
};

export const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/** A certificate of an authority, made for the batch and without a key. */
export const CERTIFICATE = [
  "-----BEGIN CERTIFICATE-----",
  "MIIB3jCCAYOgAwIBAgIUHp4LjJoz1Iy7m3prUm/4uo691PQwCgYIKoZIzj0EAwIw",
  "RDELMAkGA1UEBhMCVVMxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwV",
  "U3VwYWJhc2UgUm9vdCAyMDIxIENBMB4XDTI2MTEzMDE4MzQ1NFoXDTM2MTEyNzE4",
  "MzQ1NFowRDELMAkGA1UEBhMCVVMxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwG",
  "A1UEAwwVU3VwYWJhc2UgUm9vdCAyMDIxIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0D",
  "AQcDQgAED1/F8jwVhpE5TAkpaYz0x53wvLJ4XytF2GeTdUYLC+aIBCdyCqqoZNbW",
  "/U5VG5Im3g1Nl9cz6aYELFafWvo+mqNTMFEwHQYDVR0OBBYEFP/MPtjCq0/QJ7oT",
  "8uT86sgNccopMB8GA1UdIwQYMBaAFP/MPtjCq0/QJ7oT8uT86sgNccopMA8GA1Ud",
  "EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhANvrYblxujjwXTL2kjuanpio",
  "YOI/CGHTicxudft6rGEqAiEAujoFUNxHvKbtl4+7lH/1VQC35NExjmh/AQFJT+gr",
  "XdA=",
  "-----END CERTIFICATE-----",
  "",
].join("\n");

type More = Readonly<Record<string, unknown>>;
type Variables = Readonly<Record<string, string>>;

const placed = (name: string, startCommand: string, more: More) => ({
  name,
  plan: "starter",
  region: "frankfurt",
  startCommand,
  ...more,
});

/** A web service of Python at port 8000. */
export const python = (name: string, startCommand: string, of: Variables = {}, more: More = {}): Resource =>
  web({
    ...placed(name, startCommand, {}),
    runtimeSource: native("python", PIP, name),
    healthCheckPath: "/health",
    envVars: values({ PORT: "8000", ...of }),
    ...more,
  });

/** A web service of Node at port 8000. */
export const nodeApp = (name: string, startCommand: string, of: Variables = {}, more: More = {}): Resource =>
  python(name, startCommand, of, { runtimeSource: native("node", NPM, name), ...more });

/** A private service of Python. */
export const inner = (name: string, startCommand: string, of: Variables, more: More = {}): Resource =>
  privateService({
    ...placed(name, startCommand, {}),
    runtimeSource: native("python", PIP, name),
    envVars: values(of),
    ...more,
  });

/** A background worker of Python. */
export const queue = (name: string, startCommand: string, of: Variables, more: More = {}): Resource =>
  worker({
    ...placed(name, startCommand, {}),
    runtimeSource: native("python", PIP, name),
    envVars: values(of),
    ...more,
  });

export const GUNICORN = "gunicorn orchard.wsgi:application --bind 0.0.0.0:$PORT";
