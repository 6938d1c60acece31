import type { Signature } from "../signature";

const row = { stage: "root", certainty: "possible", decisive: false } as const;

/** What .NET's own libraries say, where other rows would take it for something else. */
export const DOTNET_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "dotnet/bind-denied",
    mode: "port/privileged",
    meaning: "Kestrel may not bind its port",
    pattern:
      /SocketException \(13\): Permission denied$|UvException: Error -13 EACCES|Failed to bind to address \S+: permission denied|Unable to start Kestrel.{0,80}[Pp]ermission denied/,
    competing: [{ mode: "disk/permission-denied", cause: "a socket's file may not be written" }],
    cause: "the process is not root, and may not bind its port: ports below 1024 are privileged",
    correctiveAction:
      "Let it listen on a port from 1024 on (ASPNETCORE_HTTP_PORTS, or `ASPNETCORE_URLS=http://+:8080`), and name that port to the platform.",
    source:
      "dotnet/aspnetcore: src/Servers/Kestrel; learn.microsoft.com: containers listen on 8080 since .NET 8",
    example: "Unhandled exception. System.Net.Sockets.SocketException (13): Permission denied",
    nearMiss: "System.Net.Sockets.SocketException (111): Connection refused",
  },
  {
    ...row,
    id: "dotnet/inotify",
    mode: "configuration/invalid",
    meaning: "the machine's limit of watched files is reached",
    pattern:
      /user limit \((?<limit>\d+)\) on the number of inotify instances|ENOSPC: System limit for number of file watchers/,
    cause: "the machine's limit of inotify instances or watches is reached: settings are watched for changes",
    correctiveAction:
      "Switch watching off (.NET: `DOTNET_hostBuilder__reloadConfigOnChange=false`, or `DOTNET_USE_POLLING_FILE_WATCHER=1`), or raise fs.inotify.max_user_instances and max_user_watches on the machine.",
    source: "dotnet/runtime: FileSystemWatcher; inotify(7)",
    example:
      "System.IO.IOException: The configured user limit (128) on the number of inotify instances has been reached",
    nearMiss: "inotify watches 12 files",
  },
];
