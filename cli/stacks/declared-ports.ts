import type { StackFile } from "./stack-file";
import { isMapping } from "./written-services";

/** The ports of a stack's services, as far as they are typed. */
export interface DeclaredPorts {
  /** Of `portcullis:service`. */
  readonly port?: number;
  /** Of `portcullis:services`, by their keys. */
  readonly ports?: Readonly<Record<string, number>>;
}

export function declaredPorts({ config }: Pick<StackFile, "config">): DeclaredPorts {
  const several = config["portcullis:services"];
  const written = { main: config["portcullis:service"], ...(isMapping(several) ? several : {}) };
  const ports: Readonly<Record<string, number>> = Object.fromEntries(
    Object.entries(written).flatMap(([key, service]) =>
      isMapping(service) && typeof service.port === "number" ? [[key, service.port]] : [],
    ),
  );
  return {
    ...(ports.main === undefined ? {} : { port: ports.main }),
    ...(Object.keys(ports).some((key) => key !== "main") && { ports }),
  };
}
