import type { Server } from "../server";

/** Servers of Ruby, PHP, Java and .NET that a command starts. */
export const OTHER_SERVERS: readonly Server[] = [
  {
    // guides.rubyonrails.org/command_line: in production it binds all interfaces.
    names: ["rails"],
    servingWords: ["server", "s"],
    hostFlags: ["-b", "--binding"],
    // puma/puma: lib/rack/handler/puma.rb
    hostWithPort: /^ssl:\/\/[^/?]*:/,
    portFlags: ["-p", "--port"],
    hostVariables: ["BINDING"],
    // rails/rails: railties/lib/rails/commands/server/server_command.rb. Render sets RAILS_ENV=production.
    developmentIn: { flags: ["-e", "--environment"], variables: ["RAILS_ENV", "RACK_ENV"] },
    daemonFlags: ["-d"],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // github.com/basecamp/thruster: readme. It starts what follows on a port of its own, and listens on HTTP_PORT, 80
    // without it, or on what the same name with the prefix THRUSTER_ says.
    names: ["thrust"],
    portVariables: ["THRUSTER_HTTP_PORT", "HTTP_PORT"],
    host: "0.0.0.0",
    port: { from: "default", port: "80" },
  },
  {
    // github.com/puma/puma: lib/puma/configuration.rb
    names: ["puma"],
    portFlags: ["-p", "--port"],
    bindFlags: ["-b", "--bind"],
    severalBinds: true,
    elsewhereFlags: ["-C", "--config"],
    noFile: "-",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "9292" },
  },
  {
    // github.com/rack/rackup: lib/rackup/server.rb
    names: ["rackup"],
    hostFlags: ["-o", "--host"],
    portFlags: ["-p", "--port"],
    host: "localhost",
    daemonFlags: ["-D"],
    port: { from: "default", port: "9292" },
  },
  {
    // yhbt.net/unicorn: unicorn(1)
    names: ["unicorn", "unicorn_rails"],
    hostFlags: ["-o", "--host"],
    portFlags: ["-p", "--port"],
    bindFlags: ["-l", "--listen"],
    severalBinds: true,
    elsewhereFlags: ["-c", "--config-file"],
    daemonFlags: ["-D"],
    bindPort: "8080",
    host: "0.0.0.0",
    port: { from: "default", port: "8080" },
  },
  {
    // github.com/macournoyer/thin: lib/thin/runner.rb
    names: ["thin"],
    servingWords: ["start"],
    hostFlags: ["-a", "--address"],
    portFlags: ["-p", "--port"],
    socketFlags: ["-S", "--socket"],
    elsewhereFlags: ["-C", "--config"],
    host: "0.0.0.0",
    port: { from: "default", port: "3000" },
    daemonFlags: ["-d"],
  },
  {
    // laravel.com/docs/octane; its commands have 127.0.0.1 and 8000 where nothing is said.
    names: ["php"],
    servingWords: [
      "artisan octane:start",
      "artisan octane:frankenphp",
      "artisan octane:swoole",
      "artisan octane:roadrunner",
    ],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    hostVariables: ["OCTANE_HOST"],
    portVariables: ["OCTANE_PORT"],
    ...{ host: "127.0.0.1", port: { from: "default", port: "8000" } },
  },
  {
    // laravel/reverb: src/Servers/Reverb/Console/Commands/StartServer.php and config/reverb.php (read 2026-12-01)
    names: ["php"],
    servingWords: ["artisan reverb:start"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    hostVariables: ["REVERB_SERVER_HOST"],
    portVariables: ["REVERB_SERVER_PORT"],
    ...{ host: "0.0.0.0", port: { from: "default", port: "8080" } },
  },
  {
    // laravel.com/docs/artisan: Illuminate\\Foundation\\Console\\ServeCommand
    names: ["php"],
    servingWords: ["artisan serve"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    hostVariables: ["SERVER_HOST"],
    portVariables: ["SERVER_PORT"],
    ...{ host: "127.0.0.1", port: { from: "default", port: "8000" } },
  },
  {
    // php.net/manual/features.commandline.webserver
    names: ["php"],
    servingWords: ["-S"],
    bindFlags: ["-S"],
  },
  {
    // learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints; images of Microsoft set ports of their own.
    names: ["dotnet"],
    runsAnything: true,
    servingWords: [/\.dll$/, "run"],
    bindFlags: ["--urls"],
    bindVariables: ["Kestrel__Endpoints__Http__Url", "ASPNETCORE_URLS", "DOTNET_URLS", "URLS"],
    portVariables: ["ASPNETCORE_HTTP_PORTS", "DOTNET_HTTP_PORTS", "HTTP_PORTS"],
  },
  {
    // docs.spring.io/spring-boot/how-to/webserver: without these it is not known whether the program listens at all.
    names: ["java"],
    runsAnything: true,
    servingWords: [/^-/],
    // docs.oracle.com (JDK 25: The java Command): `java [options] -jar jarfile [args]`
    propertiesBefore: "-jar",
    hostFlags: [
      ...["--server.address", "-Dserver.address", "-Dquarkus.http.host"],
      ...["-Dmicronaut.server.host", "-micronaut.server.host"],
    ],
    portFlags: [
      ...["--server.port", "-Dserver.port", "-Dquarkus.http.port"],
      ...["-Dmicronaut.server.port", "-micronaut.server.port"],
    ],
    // The JVM and its launcher read these (docs.oracle.com: JDK_JAVA_OPTIONS, JAVA_TOOL_OPTIONS).
    flagsVariables: ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"],
    // docs.spring.io/spring-boot/reference/features/external-config: property placeholders
    fillsIn: true,
    // quarkus.io/guides/config-reference and docs.micronaut.io have the same in variables.
    hostVariables: ["SERVER_ADDRESS", "QUARKUS_HTTP_HOST", "MICRONAUT_SERVER_HOST"],
    portVariables: ["SERVER_PORT", "QUARKUS_HTTP_PORT", "MICRONAUT_SERVER_PORT"],
  },
  {
    // frankenphp.dev/docs: `php-server` binds port 80.
    names: ["frankenphp"],
    servingWords: ["php-server"],
    bindFlags: ["-l", "--listen"],
    host: "0.0.0.0",
    port: { from: "default", port: "80" },
  },
  {
    // hexdocs.pm/phoenix/Mix.Tasks.Phx.Server: the endpoint's settings say host and port.
    names: ["mix"],
    servingWords: ["phx.server"],
  },
  {
    // docs.vapor.codes/advanced/server: its template names the program so, and the code may say another host
    names: ["App"],
    servingWords: ["serve"],
    hostFlags: ["--hostname", "-H"],
    portFlags: ["--port", "-p"],
    bindFlags: ["--bind", "-b"],
    socketFlags: ["--unix-socket"],
    hostSettings: "configure.swift",
    port: { from: "default", port: "8080" },
  },
];
