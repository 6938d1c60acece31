import type { Row } from "./row";

/** Variables that hold an address of MongoDB. */
const OF_MONGO = /MONGO|ATLAS|^(?:DB|DATABASE)_(?:UR[LI]|CONNECTION(?:_STRING)?)$/;

/** `mongodb+srv URI cannot contain port number` (mongodb.com/docs: connection strings, read 2026-11-30). */
const MONGO: Row = {
  names: OF_MONGO,
  refused: (value) =>
    /^mongodb\+srv:\/\/(?:[^@/]*@)?[^/?@,]*:\d+(?:[/?]|$)/i.test(value)
      ? {
          expected: "an address of SRV records without a port",
          got: "one with a port, which MongoDB's drivers refuse",
          fix: "Remove the port.",
        }
      : undefined,
};

/**
 * What of a password is not encoded: MongoDB's drivers end at `Password contains unescaped characters`, or take the rest of
 * it for the host (mongodb-js/mongodb-connection-string-url; pymongo: uri_parser; as known, pages not read again).
 */
const MONGO_PASSWORD: Row = {
  names: OF_MONGO,
  refused: (value) => {
    const [, rest = ""] = /^mongodb(?:\+srv)?:\/\/(.*)$/is.exec(value.trim()) ?? [];
    const [head = ""] = rest.split(/[/?]/);
    const login = /^(.*:.*)@[^@]*$/s.exec(head)?.[1];
    const password = login?.slice(login.indexOf(":") + 1) ?? "";
    // `shop:pa/ss@host`: before the slash there is a login, and no host with its port.
    const isCut = login === undefined && /^[^:[\]]+:[^:]*[^\d:,][^:]*$/.test(head) && rest.includes("@");
    const isRefused = isCut || /[@:]/.test(password);
    return isRefused || /[#[\]]/.test(password)
      ? {
          expected: "a password whose delimiters are percent-encoded",
          got: "one with a delimiter of URLs in it, at which MongoDB's drivers end",
          ...(!isRefused && { unless: "its drivers of Python and Go take this one" }),
          fix: "Write `%40` for `@`, `%3A` for `:`, `%2F` for `/`, `%3F` for `?` and `%23` for `#`.",
        }
      : undefined;
  },
};

export const MONGO_VALUES: readonly Row[] = [MONGO, MONGO_PASSWORD];
