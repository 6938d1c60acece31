import { allKnown, connections } from "../../../domain/connections";
import { asOf } from "../../../domain/dated";
import { factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import { type Knowable, unknown } from "../../../domain/knowable";
import type { Place } from "../../../domain/place";
import { rule, type Violation } from "../../../domain/rule";
import { variablesNamed } from "../../../domain/variables";
import { together, verdictOf } from "../../../domain/verdict";
import { apiPaths } from "../api-paths";
import {
  ENDPOINT_FORMS,
  endpointForm,
  isApiVariable,
  isOfSupabase,
  isPoolerHost,
  isWebsite,
  meantRegion,
  REGIONS,
  supabaseHost,
  unknownRegion,
} from "../endpoints";

type Flaw = Pick<Violation, "what" | "expected" | "got" | "fix">;

export const databaseSupabaseEndpoint = rule({
  id: "database/supabase-endpoint",
  severity: "error",
  title: "Host, port and user are one of Supabase's forms",
  why: "Supabase answers on four combinations of host, port and user; a mixture of two reaches nothing, or no tenant.",
  fix: "Copy host, port and user together from the project's dashboard (Connect).",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  prevents: ["database/tenant-not-found"],
  check: (facts) => {
    const databases = judgeEach(
      connections(facts),
      ({ host, port, user, database }) => decided(allKnown(host, port, user, database)),
      ([host, port, user, database], { place }) =>
        flaws(host, port, user, database).map((flaw) => ({ place, ...flaw })),
    );
    // Where the project's API is not known, nothing of the database is in doubt.
    const addresses = variablesNamed(facts, isApiVariable);
    const apis = judgeEach(
      addresses.filter(({ value }) => value.known),
      ({ value }) => value,
      (value, { place, name }) => apiFlaw(name, value, place),
    );
    const open = addresses.flatMap(({ name, value, place }) => {
      const why = value.known && place.source === "resource" ? apiDoubt(name, value.value.trim()) : undefined;
      return why === undefined ? [] : [{ place, why }];
    });
    const paths = verdictOf(factsOf(facts, "variable").flatMap(apiPaths));
    return together(databases, { violations: apis.violations, undecided: open }, paths);
  },
});

/** A domain of one's own may be the API's: of Supabase's hosts, those that answer no request for it. */
function apiFlaw(name: string, written: string, place: Place): Violation | undefined {
  const [, scheme = "", host = ""] = /^([a-z]+):\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(written.trim()) ?? [];
  const isDatabase =
    /^postgres(?:ql)?$/i.test(scheme) || ["pooler", "direct"].includes(supabaseHost(host) ?? "");
  if (!isDatabase && !isWebsite(host)) return undefined;
  return {
    place,
    what: `variable ${name}`,
    expected: "the API's address, https://<ref>.supabase.co",
    got: isDatabase ? "a database's address" : `a page of \`${host}\``,
    fix: "Copy the project's URL from its dashboard (Settings, Data API).",
  };
}

/** Forms that its clients refuse or put their own paths behind, and code may make another one of (supabase/supabase-js: createClient). */
function apiDoubt(name: string, text: string): string | undefined {
  const ofApi = `${name} is expected to be https://<ref>.supabase.co`;
  if (/^(?:[a-z]{20}|[a-z]{20}\.supabase\.\w+\/?)$/.test(text)) return `${ofApi}, and has no scheme`;
  const [, ending = "", path = ""] = /^https?:\/\/[a-z]{20}\.supabase\.(\w+)(\/[^?#]*)?/.exec(text) ?? [];
  if (/^(?:com|io)$/.test(ending)) return `${ofApi}, and ends in .${ending}`;
  if (/^(?:wss?:\/\/|https?:\/(?!\/)|https?\/\/)[^?#]*[a-z]{20}\.supabase\./.test(text))
    return `${ofApi}, and begins otherwise`;
  return /\w/.test(path) ? `${ofApi} without a path, to which a client adds its own` : undefined;
}

type Written = readonly [host: string, port: number, user: string, database: string];

/** A region that came after the list, or one that does not exist: which of the two is not decided. */
function decided(written: Knowable<Written>): Knowable<Written> {
  if (!written.known) return written;
  const region = unknownRegion(written.value[0]);
  return region === undefined || flaws(...written.value).length > 0
    ? written
    : unknown(`Supabase had no region ${region} ${asOf(REGIONS)}`);
}

function flaws(host: string, port: number, user: string, database: string): readonly Flaw[] {
  const kind = supabaseHost(host);
  if (kind === undefined) return isOfSupabase(host) ? [unknownHost(host)] : [];
  if (kind === "api") return [apiHost(host)];
  const ports = ENDPOINT_FORMS.filter((form) => form.host === kind).map((form) => form.port);
  return [
    ...(kind === "pooler" && !isPoolerHost(host) ? [poolerHost(host)] : []),
    ...otherRegion(host),
    ...(endpointForm(host, port) === undefined ? [otherPort(port, ports)] : []),
    ...(kind === "pooler" && database === "" ? [noDatabase()] : []),
    ...(kind === "direct" && user.includes(".") ? [tenantAtDirectHost()] : []),
  ];
}

function apiHost(host: string): Flaw {
  return {
    what: "database host",
    expected: "the pooler's host, or db.<ref>.supabase.co",
    got: `\`${host}\`, which answers HTTP only`,
    fix: "Copy the host from the project's dashboard (Connect).",
  };
}

/** No database answers there: `aws-0-us-west-2.db.supabase.com` is made of both forms. */
function unknownHost(host: string): Flaw {
  return {
    what: "database host",
    expected: "the pooler's host, or db.<ref>.supabase.co",
    got: `\`${host}\`, which is neither`,
    fix: "Copy the host from the project's dashboard (Connect).",
  };
}

function poolerHost(host: string): Flaw {
  return {
    what: "pooler host",
    expected: "aws-N-REGION.pooler.supabase.com",
    got: `\`${host}\``,
    fix: "Copy it from the project's dashboard (Connect): its number cannot be derived from the region.",
  };
}

function otherRegion(host: string): readonly Flaw[] {
  const meant = meantRegion(host);
  return meant === undefined
    ? []
    : [
        {
          what: "region in the pooler's host",
          expected: `a region of AWS, such as \`${meant}\``,
          got: `\`${unknownRegion(host) ?? ""}\``,
          fix: "Copy the host from the project's dashboard (Connect).",
        },
      ];
}

function otherPort(port: number, ports: readonly number[]): Flaw {
  return {
    what: "database port",
    expected: ports.join(" or "),
    got: String(port),
    fix: "Write 5432 for session mode or 6543 for transaction mode.",
  };
}

/** The user is not quoted: a reference in it may be another environment's. */
function tenantAtDirectHost(): Flaw {
  return {
    what: "database user",
    expected: "a role alone, since the direct host has one project",
    got: "`role.projectref`, the form of the pooler",
    fix: "Write the role alone, or the pooler's host.",
  };
}

/** Without a name, libpq and asyncpg take the user's: at a pooler that is `role.projectref`, which no database has. */
function noDatabase(): Flaw {
  return {
    what: "database name",
    expected: "a name, such as postgres",
    got: "none, so that the driver takes the user's",
    fix: "Write /postgres behind the host.",
  };
}
