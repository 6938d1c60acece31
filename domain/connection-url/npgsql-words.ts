import { semicolonParts } from "./pairs";

/**
 * Npgsql's words in small letters and without blanks, those of older versions too
 * (https://www.npgsql.org/doc/connection-string-parameters.html, read 2026-11-30).
 */
const WORDS: ReadonlySet<string> = new Set([
  ...[
    "host",
    "server",
    "port",
    "database",
    "db",
    "username",
    "user",
    "userid",
    "uid",
    "password",
    "psw",
    "pwd",
  ],
  ...["passfile", "sslmode", "sslnegotiation", "sslcertificate", "sslkey", "sslpassword", "rootcertificate"],
  ...["clientcertificate", "clientcertificatekey", "checkcertificaterevocation", "trustservercertificate"],
  ...["channelbinding", "requireauth", "persistsecurityinfo", "logparameters", "includeerrordetail"],
  ...["includeerrordetails", "kerberosservicename", "krbsrvname", "includerealm", "integratedsecurity"],
  ...["gssencryptionmode", "usesslstream", "pooling", "minimumpoolsize", "minpoolsize", "maximumpoolsize"],
  ...["maxpoolsize", "connectionidlelifetime", "connectionpruninginterval", "connectionlifetime"],
  ...["loadbalancetimeout", "noresetonclose", "timeout", "commandtimeout", "internalcommandtimeout"],
  ...["cancellationtimeout", "keepalive", "tcpkeepalive", "tcpkeepalivetime", "tcpkeepaliveinterval"],
  ...["maxautoprepare", "autoprepareminusages", "readbuffersize", "buffersize", "writebuffersize"],
  ...["socketreceivebuffersize", "socketsendbuffersize", "usageperfcounters", "useperfcounters"],
  ...["replicationmode", "options", "arraynullabilitymode", "multiplexing"],
  ...["writecoalescingbufferthresholdbytes", "writecoalescingdelayus", "loadtablecomposites"],
  ...["servercompatibilitymode", "convertinfinitydatetime", "entitytemplatedatabase", "entityadmindatabase"],
  ...["targetsessionattributes", "loadbalancehosts", "hostrecheckseconds", "enlist", "searchpath"],
  ...["clientencoding", "encoding", "timezone", "applicationname", "protocol", "synchronousnotification"],
]);

/** Words that SQL Server's and MySQL's drivers have, and Npgsql never had. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  ...["encrypt", "multipleactiveresultsets", "initialcatalog", "datasource", "connecttimeout"],
  ...["attachdbfilename", "trusted_connection", "trustedconnection", "allowuservariables"],
  ...["convertzerodatetime", "allowpublickeyretrieval", "treattinyasboolean", "charset", "oldguids"],
  ...["useaffectedrows", "multisubnetfailover", "applicationintent"],
]);

/** A word of a connection string at which Npgsql may end: `Keyword not supported`. */
export interface StrangeWord {
  readonly word: string;
  /** Whether it is certainly none of Npgsql's: a later version may have taken up another one. */
  readonly certain: boolean;
}

/** The words of Npgsql's pairs that it is not known to have; never a piece of a value, unless that has cut the text. */
export function strangeWords(text: string): readonly StrangeWord[] {
  return semicolonParts(text).flatMap((part) => {
    const word = part.includes("=") ? part.slice(0, part.indexOf("=")).trim() : "";
    const key = word.replaceAll(" ", "").toLowerCase();
    return key === "" || WORDS.has(key) ? [] : [{ word, certain: OF_OTHERS.has(key) }];
  });
}
