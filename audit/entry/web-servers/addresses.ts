import type { WebServerName } from "../../../domain/web-server";
import { blank } from "../../readers/listeners/in-use/blanked";
import { caddy } from "./caddyfile";
import { type Read, type WrittenAddress, withoutComments } from "./settings-reading";

/** `8080`, `*:8080`, `[::]:8080`, `127.0.0.1:8080`, `127.0.0.1`, `${PORT}` */
function addressOf(written: string, at: number, standard?: string): WrittenAddress | undefined {
  if (/^(?:\d+|\$\{?\w+\}?)$/.test(written)) return { port: written, at };
  const [, host = written, port = standard] = /^(.*):(\d+|\$\{?\w+\}?)$/.exec(written) ?? [];
  if (port === undefined || /[$/]/.test(host)) return undefined;
  return host === "" || /^(?:\*|\[?::\]?|0\.0\.0\.0)$/.test(host)
    ? { port, at }
    : { host: host.replaceAll(/[[\]]/g, ""), port, at };
}

/** nginx: `listen` of each server; one without any listens on 80. */
const nginx: Read = (whole) => {
  const text = withoutComments(whole);
  const listens = [...text.matchAll(/(?<=^|[\s;{}])listen\s+((?:[^;{}]|\$\{\w+\})+);/g)];
  const addresses = listens.flatMap(({ index, 1: words = "" }) => {
    const [address = "", ...more] = words.trim().split(/\s+/);
    if (more.some((word) => /^(?:ssl|quic)$/.test(word))) return [];
    return addressOf(address, index, "80") ?? [];
  });
  const server = /(?<=^|[\s;{}])server\s*\{/.exec(text);
  return {
    addresses:
      !/(?<=^|[\s;{}])listen\s/.test(text) && server !== null
        ? [{ port: "80", at: server.index }]
        : addresses,
    includes: [...text.matchAll(/(?<=^|[\s;{}])include\s+["']?([^;"']+?)["']?\s*;/g)].flatMap(
      ({ index, 1: pattern = "" }) =>
        /(?:mime\.types|_params|fastcgi[\w-]*\.conf|modules)/.test(pattern) ? [] : [{ pattern, at: index }],
    ),
  };
};

/** Apache: `Listen`, but for what a module of TLS opens; `Define` gives a name its value. */
const apache: Read = (whole) => {
  const text = withoutComments(whole).replaceAll(
    /<IfModule\s+!?(?:\S*ssl\S*|\S*gnutls\S*)>[\s\S]*?<\/IfModule>/gi,
    blank,
  );
  const defined = new Map(
    [...text.matchAll(/^[ \t]*Define\s+(\w+)\s+"?([^\s"]+)/gim)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  return {
    addresses: [...text.matchAll(/^[ \t]*Listen[ \t]+"?([^\s"]+)"?(?:[ \t]+(\w+))?/gim)].flatMap(
      ({ index, 0: line, 1: address = "", 2: protocol }) => {
        if (protocol?.toLowerCase() === "https") return [];
        const filled = address.replaceAll(
          /\$\{(\w+)\}/g,
          (reference, name: string) => defined.get(name) ?? reference,
        );
        return addressOf(filled, index + line.search(/\S/)) ?? [];
      },
    ),
    includes: [],
  };
};

/** HAProxy: `bind` of frontends. It fills variables in between double quotes alone. */
const haproxy: Read = (whole) => {
  const text = withoutComments(whole);
  const binds = [...text.matchAll(/^[ \t]*bind[ \t]+(\S[^\n]*)/gm)];
  const unquoted = binds.find(([, words = ""]) => /^[^"\s]*\$/.test(words));
  return {
    addresses: binds.flatMap(({ index, 0: line, 1: words = "" }) => {
      const [address = "", ...more] = words.replaceAll('"', "").trim().split(/\s+/);
      if (more.includes("ssl")) return [];
      return address.split(",").flatMap((one) => addressOf(one, index + line.search(/\S/)) ?? []);
    }),
    includes: [],
    ...(unquoted && {
      open: { why: "HAProxy fills variables in between double quotes alone", at: unquoted.index },
    }),
  };
};

/** Traefik: the entry points of its command. */
const traefik: Read = (text) => ({
  addresses: [...text.matchAll(/--entry[pP]oints\.([\w-]+)\.address[= ]["']?([^\s"'/]+)/g)].flatMap(
    ({ index, 1: name = "", 2: address = "" }) =>
      /^(?:metrics|ping|traefik)$/.test(name) ? [] : (addressOf(address, index) ?? []),
  ),
  includes: [],
});

/** How each server's settings are read. */
export const SETTINGS_READERS: Readonly<Record<WebServerName, Read>> = {
  nginx,
  apache,
  caddy,
  frankenphp: caddy,
  haproxy,
  traefik,
};
