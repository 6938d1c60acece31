import { newId, timestamp } from "../identifiers";
import type { Domain } from "../store";
import { refused } from "./failure";

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * Suffixes of two labels under which names are registered. The whole list is the Public Suffix List's; these
 * are the ones that a rehearsal is likely to meet.
 */
const TWO_LABELS = new Set(
  "co.uk org.uk ac.uk com.au net.au org.au co.nz co.jp co.kr co.in com.br com.mx co.za com.tr com.cn".split(
    " ",
  ),
);

/** The part below which a name is registered, and the labels before it. @throws ApiFailure 400 for no domain name */
function split(name: string): { publicSuffix: string; labels: string[] } {
  const labels = name.split(".");
  const long = TWO_LABELS.has(labels.slice(-2).join("."));
  const count = long ? 2 : 1;
  if (labels.length <= count || name.length > 253 || !labels.every((label) => LABEL.test(label))) {
    throw refused("name: expected a domain name, such as api.example.com");
  }
  return { publicSuffix: labels.slice(-count).join("."), labels: labels.slice(0, -count) };
}

function domain(name: string, redirectForName: string): Domain {
  const { publicSuffix, labels } = split(name);
  return {
    id: newId("cdm"),
    name,
    domainType: labels.length === 1 ? "apex" : "subdomain",
    publicSuffix,
    redirectForName,
    createdAt: timestamp(),
    verificationStatus: "unverified",
  };
}

/** The domain; with an apex also its `www`, with a `www` also its apex, which redirects to it. */
export function newDomains(given: string): Domain[] {
  const name = given.toLowerCase();
  const own = domain(name, "");
  const { labels } = split(name);
  if (own.domainType === "apex") return [own, domain(`www.${name}`, name)];
  if (labels.length === 2 && labels[0] === "www") return [own, domain(name.slice("www.".length), name)];
  return [own];
}
