import { flags, operand, type SecretArgument } from "./secret-argument";

/**
 * Where programs of a system, of the web, of databases and of registries are given a secret. Sources are the programs'
 * manuals, read on 30 November 2026.
 */
export const OF_PROGRAMS: readonly SecretArgument[] = [
  flags("curl", "-u --user -U --proxy-user", "login", "curl.se/docs/manpage.html", {
    switches: "fsSLkvgiIN0123469#OJ",
  }),
  flags("http https httpie xh xhs", "-a --auth", "login", "httpie.io/docs/cli/authentication"),
  flags("http https httpie xh xhs", "-a --auth", "all", "httpie.io/docs/cli/authentication", {
    needs: / bearer\b/,
  }),
  flags("ab", "-A -P", "login", "httpd.apache.org: ab"),
  flags("hey oha", "-a", "login", "github.com/rakyll/hey"),
  flags("websocat", "--basic-auth", "login", "github.com/vi/websocat"),
  flags("lftp", "-u --user", "login", "lftp.yar.ru: lftp(1)"),
  flags("ncftp ncftpput ncftpget ncftpls", "-p", "all", "ncftp.com: ncftpput(1)"),
  flags(
    "docker podman buildah nerdctl skopeo oras crane helm regctl",
    "-p --password",
    "all",
    "docs.docker.com/reference/cli/docker/login",
    { under: ["login", "registry login", "auth login"] },
  ),
  flags(
    "skopeo podman buildah",
    "--creds --src-creds --dest-creds",
    "login",
    "github.com/containers/skopeo: skopeo-copy(1)",
  ),
  flags("twine poetry uv flit", "-p", "all", "twine.readthedocs.io", { under: ["upload", "publish"] }),
  flags("uv", "-t", "all", "docs.astral.sh/uv/reference/cli", { under: ["publish"] }),
  flags(
    "dotnet nuget choco",
    "-k -ApiKey",
    "all",
    "learn.microsoft.com/dotnet/core/tools/dotnet-nuget-push",
    { under: ["nuget push", "push"], only: "apart" },
  ),
  flags("dotnet", "-p", "all", "learn.microsoft.com/dotnet/core/tools/dotnet-nuget-add-source", {
    under: ["nuget add source", "nuget update source"],
  }),
  operand("dotnet", 1, "all", "learn.microsoft.com/aspnet/core/security/app-secrets", {
    under: ["user-secrets set"],
    takes: "-p --project --id",
  }),
  operand("cargo", 0, "all", "doc.rust-lang.org/cargo/commands/cargo-login.html", {
    under: ["login"],
    takes: "--registry",
  }),
  operand("mc mcli", 3, "all", "min.io/docs: mc alias set", { under: ["alias set", "config host add"] }),
  flags(
    "mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlpump mariadb mariadb-dump mariadb-admin",
    "-p",
    "all",
    "dev.mysql.com/doc/refman: connection options",
    { only: "glued" },
  ),
  operand("mysqladmin mariadb-admin", 0, "all", "dev.mysql.com/doc/refman: mysqladmin", {
    under: ["password"],
    takes: "-u -h -P",
  }),
  flags(
    "redis-cli valkey-cli keydb-cli redis-benchmark",
    "-a --pass",
    "all",
    "redis.io/docs/latest/develop/tools/cli",
  ),
  flags(
    "mongosh mongo mongodump mongorestore mongoimport mongoexport",
    "-p",
    "all",
    "mongodb.com/docs/mongodb-shell/reference/options",
  ),
  flags("sqlcmd bcp osql tsql", "-P", "all", "learn.microsoft.com/sql/tools/sqlcmd"),
  operand("sqlplus sqlldr expdp impdp rman", 0, "login", "docs.oracle.com: SQL*Plus", { takes: "-C -L" }),
  flags(
    "cqlsh cypher-shell couchbase-cli cbq elasticsearch-users",
    "-p",
    "all",
    "cassandra.apache.org: cqlsh",
  ),
  operand("neo4j-admin", 0, "all", "neo4j.com/docs/operations-manual", { under: ["set-initial-password"] }),
  operand("rabbitmqctl", 1, "all", "rabbitmq.com/docs/man/rabbitmqctl.8", {
    under: ["add_user", "change_password", "authenticate_user"],
    takes: "-n --node",
  }),
  flags(
    "mosquitto_pub mosquitto_sub mosquitto_rr",
    "-P --pw",
    "all",
    "mosquitto.org/man/mosquitto_pub-1.html",
  ),
  operand("mosquitto_passwd", { last: 3 }, "all", "mosquitto.org/man/mosquitto_passwd-1.html", {
    needs: / -\w*b/,
  }),
  flags("zip unzip zipcloak zipnote", "-P", "all", "infozip.sourceforge.net: zip(1)", {
    switches: "erjqmyuoT0123456789",
  }),
  flags("7z 7za 7zz 7zr rar unrar", "-p -hp", "all", "7-zip.org: -p switch", { only: "glued" }),
  flags(
    "keytool jarsigner",
    "-storepass -keypass -srcstorepass -deststorepass -srckeypass -destkeypass -new",
    "all",
    "docs.oracle.com/javase: keytool",
  ),
  flags("apksigner", "--ks-pass --key-pass", "source", "developer.android.com/tools/apksigner"),
  flags(
    "openssl",
    "-pass -passin -passout -password -passcerts",
    "source",
    "docs.openssl.org: openssl-passphrase-options",
  ),
  flags("openssl", "-k -K", "all", "docs.openssl.org: openssl-enc", {
    under: ["enc", "aes-256-cbc"],
    only: "apart",
  }),
  flags("openssl", "-hmac", "all", "docs.openssl.org: openssl-dgst", { under: ["dgst"] }),
  operand("openssl", { last: 1 }, "all", "docs.openssl.org: openssl-passwd", {
    under: ["passwd"],
    takes: "-salt -in",
  }),
  flags("ssh-keygen", "-N -P", "all", "man.openbsd.org/ssh-keygen.1", { only: "apart" }),
  flags("certutil pk12util signtool osslsigncode", "-W -K /p -pass", "all", "learn.microsoft.com: signtool", {
    only: "apart",
  }),
  flags("sshpass", "-p", "all", "linux.die.net/man/1/sshpass"),
  operand("htpasswd", { last: 2 }, "all", "httpd.apache.org: htpasswd", { needs: / -\w*b/, takes: "-C -r" }),
  flags(
    "ldapsearch ldapmodify ldapadd ldapdelete ldappasswd ldapwhoami ldapcompare",
    "-w",
    "all",
    "openldap.org: ldapsearch(1)",
  ),
  flags("ldappasswd", "-s -a", "all", "openldap.org: ldappasswd(1)"),
  flags("smbclient rpcclient smbget smbmap", "-U --user", "login", "samba.org: smbclient(1)"),
  flags("useradd usermod", "-p", "all", "man7.org: useradd(8)"),
  operand("net", 1, "all", "learn.microsoft.com: net user", { under: ["user"] }),
  operand("wpa_passphrase", 1, "all", "w1.fi: wpa_passphrase(8)"),
  flags("ipmitool", "-P", "all", "ipmitool(1)"),
  flags("snmpwalk snmpget snmpset snmpbulkwalk", "-A -X", "all", "net-snmp.org: snmpcmd(1)"),
  flags("wp", "--dbpass --admin_password", "all", "developer.wordpress.org/cli/commands/config/create", {
    under: ["config create", "core install"],
  }),
];
