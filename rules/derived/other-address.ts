import { isUnreachable } from "../../domain/start-command";

/** One address of one machine, or a text that is none: a server that is given it does not start on a platform. */
export function isOtherAddress(host: string): boolean {
  if (isUnreachable(host)) return false;
  const number = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) && host !== "0.0.0.0";
  return (
    number ||
    isNoAddress(host) ||
    isPublicName(host) ||
    /\/\//.test(host) ||
    /^[^[\]:]+:(?:\d+|\$\{?\w+\}?)$/.test(host)
  );
}

/** `0,0,0,0`, `0.0.0.0.0`, `0.0.0.0/0` and `o.o.o.o`: numbers of an address, in no form of one. */
function isNoAddress(host: string): boolean {
  return (
    /^\d+(?:\.\d+){4,}$|^\d+(?:[.,]\d+)*,\d+(?:[.,]\d+)*$|^[\d.]+(?:\/\d+|[,;])$|^[o0](?:\.[o0]){3}$/i.test(
      host,
    ) && host !== "0.0.0.0"
  );
}

/** No interface of a machine has a service's public name: the server cannot bind what it leads to. */
function isPublicName(host: string): boolean {
  return (
    /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(host) &&
    !/\.(?:internal|local|localdomain|localhost|lan|home|arpa)$/i.test(host)
  );
}

export function otherAddress(program: string, host: string) {
  return {
    what: `${program}'s bind address`,
    expected: "0.0.0.0",
    got: `\`${host}\``,
    fix: "Write 0.0.0.0, and nothing else, as the address.",
  };
}
