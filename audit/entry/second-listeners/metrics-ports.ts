import type { Fact } from "../../../domain";
import type { Repository } from "../../reader";
import { fileOf } from "../../services/service-folders";
import { isPortOrBind } from "../port-or-bind";
import { routedPorts } from "./routed-ports";

/** Facts without the port that Fly asks for metrics (fly.io/docs/reference/configuration: the `metrics` section). */
export function withoutMetricsPorts(facts: readonly Fact[], repository: Repository): readonly Fact[] {
  const manifests = new Set(facts.map(fileOf).filter((file) => /(?:^|\/)fly[\w.-]*\.toml$/.test(file)));
  const ports = new Set(
    [...manifests].flatMap((file) =>
      [...(repository.text(file) ?? "").matchAll(METRICS)].map(([, port = ""]) => port),
    ),
  );
  const portOf = (fact: Fact): string | undefined =>
    fact.kind === "port" && fact.port.known ? String(fact.port.value) : undefined;
  for (const port of routedPorts(facts)) ports.delete(port);
  if (ports.size === 0) return facts;
  const places = new Set(
    facts.flatMap((fact) =>
      fact.kind === "port" && fact.role === "code" && ports.has(portOf(fact) ?? "") ? [placeOf(fact)] : [],
    ),
  );
  return facts.filter((fact) => !isPortOrBind(fact) || !places.has(placeOf(fact)));
}

const METRICS =
  /^[ \t]*\[{1,2}metrics\]{1,2}[^\n]*\n(?:(?![ \t]*\[)[^\n]*\n)*?[ \t]*port[ \t]*=[ \t]*(\d{1,5})\b/gm;

const placeOf = (fact: Fact): string =>
  `${fileOf(fact)}:${fact.place.source === "file" ? (fact.place.line ?? 0) : 0}`;
