import type { StackFile } from "./stack-file";
import { ONLY, writtenByKey } from "./written-services";

/** The ports of a stack's services, as far as they are typed. */
export interface DeclaredPorts {
  /** Of `portcullis:service`. */
  readonly port?: number;
  /** Of `portcullis:services`, by their keys. */
  readonly ports?: Readonly<Record<string, number>>;
}

export function declaredPorts({ config }: Pick<StackFile, "config">): DeclaredPorts {
  const typed = writtenByKey(config).flatMap(([key, { port }]): [string, number][] =>
    typeof port === "number" ? [[key, port]] : [],
  );
  const { [ONLY]: port, ...ports } = Object.fromEntries(typed);
  return { ...(port !== undefined && { port }), ...(Object.keys(ports).length > 0 && { ports }) };
}
