import type { Row } from "./row";

/** Another variable's name, as a shell writes it. */
const REFERENCE = /\$[\w{(]/;

/** Kestrel reads numbers alone, and listens at its default's where there is none (dotnet/aspnetcore: WebHostBuilder's HTTP_PORTS, read 2026-12-01). */
const KESTREL_PORTS: Row = {
  names: /^(?:ASPNETCORE_|DOTNET_)?HTTPS?_PORTS$/,
  literal: true,
  refused: (value) =>
    REFERENCE.test(value)
      ? {
          expected: "ports' numbers",
          got: "a variable's name, which nothing replaces",
          fix: "Write the number.",
          unless: "what starts the program may replace it",
        }
      : undefined,
};

/** Render asks a service by HTTP; Kestrel ends at https without a certificate (learn.microsoft.com: Kestrel's endpoints). */
const KESTREL: Row = {
  names: /^(?:ASPNETCORE_|DOTNET_)?URLS$|^Kestrel__Endpoints__\w+__Url$/i,
  literal: true,
  refused: (value, { look, type }, name) => {
    // A host of any other name is all addresses, at port 80 (BindingAddress.Parse).
    if (REFERENCE.test(value))
      return {
        expected: "a port's number",
        got: "a variable's name, which nothing replaces: Kestrel listens on port 80 then",
        fix: "Write the number.",
        unless: "what starts the program may replace it",
      };
    if (/\{\{|<[\w-]+>/.test(value)) return undefined;
    const urls = value.split(";").filter((one) => one.trim() !== "");
    // `Invalid url` (dotnet/aspnetcore: BindingAddress.Parse, read 2026-12-01).
    if (urls.some((one) => !one.includes("://")))
      return {
        expected: "addresses with their scheme",
        got: "one without, at which Kestrel ends",
        fix: "Write `http://` before it.",
      };
    const coded = urls.filter((one) => /^\s*https:\/\//i.test(one));
    if (coded.length === 0) return undefined;
    const alone = type === "web" && coded.length === urls.length && !/^kestrel/i.test(name);
    const certificate = [
      "ASPNETCORE_Kestrel__Certificates__Default__Path",
      "Kestrel__Certificates__Default__Path",
    ];
    if (!alone && certificate.some((one) => look(one) !== undefined)) return undefined;
    return {
      expected: "an address of HTTP: Render decrypts before",
      got: alone ? "addresses of HTTPS alone" : "one of HTTPS, for which Kestrel looks for a certificate",
      fix: "Write `http://+:` and the port.",
      ...(!alone && { unless: "the code may bring the certificate" }),
    };
  },
};

export const DOTNET_VALUES: readonly Row[] = [KESTREL, KESTREL_PORTS];
