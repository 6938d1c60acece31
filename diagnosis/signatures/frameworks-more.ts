import type { Signature } from "../signature";

const root = { stage: "root", certainty: "possible", decisive: false } as const;
const sure = { stage: "root", certainty: "certain", decisive: false } as const;

/** What languages and frameworks say of versions, extensions, and folders. */
export const FRAMEWORKS_MORE_SIGNATURES: readonly Signature[] = [
  {
    ...root,
    id: "elixir/integer-of-nil",
    mode: "configuration/missing-variable",
    meaning: "a number is read from a variable that is not set",
    pattern: /:erlang\.binary_to_integer\((?<what>nil|"")\)|String\.to_integer\((?<what2>nil|"")\)/,
    cause: "the configuration reads a number from a variable that is {what}",
    correctiveAction: "Set the variable that the line of runtime.exs reads, or give it a default.",
    source: "hexdocs.pm/elixir/String.html#to_integer/1",
    example: "    :erlang.binary_to_integer(nil)",
    nearMiss: '    :erlang.binary_to_integer("10")',
  },
  {
    ...root,
    id: "erlang/undefined-at-boot",
    mode: "runtime/incompatible",
    meaning: "Erlang does not find what it starts with",
    pattern: /init terminating in do_boot\W+\{undef,\[\{(?<name>'?[\w.]+'?,\w+)/,
    competing: [
      { mode: "import/missing-module", cause: "the release or its libraries were not copied whole" },
    ],
    cause:
      "Erlang does not find {name}, with which it starts: it is another Erlang or Elixir than the code was built with",
    correctiveAction:
      "Build and run with the same versions of Erlang and Elixir, and copy the whole release.",
    source: "erlang/otp: erts/preloaded/src/init.erl",
    example: '{"init terminating in do_boot",{undef,[{elixir,start_cli,[],[]},{init,start_it,1,[]}]}}',
    nearMiss: '{"init terminating in do_boot",{badfile,elixir}}',
  },
  {
    ...root,
    id: "erlang/removed-function",
    mode: "runtime/incompatible",
    meaning: "a function was taken out of Erlang",
    pattern:
      /undefined function (?<name>erlang:get_stacktrace\/0|[a-z]\w*:main\/\d)|function :(?<name2>erlang\.get_stacktrace|crypto\.(?:hmac|rand_bytes|stream_\w+|block_\w+)|random\.\w+|http_uri\.\w+|ssl\.cipher_suites|code\.is_module_native)\/\d is undefined|OTP release (?<name3>\d[\d.]*) or later is required|compiled for an old version of the run-?time system/,
    competing: [{ mode: "build/failed", cause: "the tool's download is not whole" }],
    cause: "a tool or a package does not fit this Erlang/OTP: {name}",
    correctiveAction:
      "Take a rebar3 and packages that know this OTP (`mix local.rebar --force`, `mix deps.update`), or the OTP that they were made for.",
    source: "erlang.org/doc/general_info/removed; erlang/rebar3",
    example: "escript: exception error: undefined function erlang:get_stacktrace/0",
    examples: ["===> OTP release 22 or later is required. Version in use: 21.3"],
    nearMiss: "function Shop.main/0 is undefined",
  },
  {
    ...sure,
    id: "php/extension-class",
    mode: "import/missing-module",
    meaning: "the image's PHP lacks an extension",
    pattern:
      /Class ["'](?<name>Redis|Memcached|Imagick|NumberFormatter|Collator|IntlDateFormatter|Normalizer|ZipArchive|DOMDocument|SoapClient|PDO|XMLReader|XMLWriter|AMQPConnection)["'] not found/,
    cause: "PHP has no class {name}: the extension that brings it is not in the image",
    correctiveAction:
      "Install the extension in the image (`docker-php-ext-install intl zip soap`, `pecl install redis imagick`) and require it in composer.json (`ext-redis`).",
    source: "php.net/manual: extensions; docs.docker.com: the image php",
    example: 'Error: Class "Redis" not found',
    nearMiss: 'Error: Class "App\\Models\\Redis" not found',
  },
  {
    ...root,
    id: "laravel/cache-path",
    mode: "disk/permission-denied",
    meaning: "Laravel's cache folder is not there or not writable",
    pattern:
      /(?<path>\S*bootstrap\/cache) directory must be present and writable|provide a valid cache (?<path2>path)/,
    competing: [
      { mode: "configuration/invalid", cause: "the folders of storage/framework are not in the image" },
    ],
    cause: "Laravel's cache folder ({path}) is not there, or the process's user may not write to it",
    correctiveAction:
      "Make storage/framework/{cache,sessions,views} and bootstrap/cache in the image, and give them to the process's user.",
    source: "laravel/framework: src/Illuminate/Foundation/PackageManifest.php",
    example: "The /app/bootstrap/cache directory must be present and writable.",
    nearMiss: "the cache was cleared",
  },
  {
    ...sure,
    id: "dotnet/framework-version",
    mode: "runtime/incompatible",
    meaning: "the image has not the .NET that the program was built for",
    pattern:
      /^(?:The (?:specified )?framework|Framework:) '(?<name>[\w.]+)', version '(?<version>[\d.]+)\S*'/,
    cause: "the program asks for {name} {version}, which the image does not have",
    correctiveAction:
      "Take the image of that version (mcr.microsoft.com/dotnet/aspnet), or build for the version that is there.",
    source: "dotnet/runtime: src/native/corehost/fxr",
    example: "The specified framework 'Microsoft.AspNetCore.App', version '2.2.2' was not found.",
    nearMiss: "Microsoft.NETCore.App 8.0.1 was found",
  },
  {
    ...root,
    id: "next/marked-import",
    mode: "build/failed",
    meaning: "the build stops at an import",
    pattern: /^\W*> ?\d+ \| .*\b(?:from|require\(|import) ?\(?["'](?<name>[^"']+)["']/,
    cause:
      "the build stops at the import of {name}: it is not there under that name, or has not what is imported from it",
    correctiveAction:
      "Commit {name} under exactly that name (on Linux the letters' case counts), install it, or correct the import.",
    source: "nextjs.org/docs/messages/module-not-found",
    example: '> 14 | import { Label } from "@/components/ui/FieldSet";',
    nearMiss: '  13 | import { Switch } from "@/components/ui/Switch";',
  },
  {
    ...sure,
    id: "dotnet/out-of-memory",
    mode: "memory/exhausted",
    meaning: "the runtime got no more memory",
    pattern: /^Out of memory\.$/,
    cause: "the runtime got no more memory, and ended itself",
    correctiveAction:
      "Take an instance with more memory, or set a lower limit for the heap (DOTNET_GCHeapHardLimit).",
    source: "dotnet/runtime: src/coreclr; learn.microsoft.com/dotnet/core/runtime-config/garbage-collector",
    example: "Out of memory.",
    nearMiss: "Out of memory is not expected.",
  },
  {
    ...sure,
    id: "jwt/short-key",
    mode: "configuration/invalid",
    meaning: "the key that signs tokens is too short",
    pattern: /IDX10(?:653|720)\b|requires a key size of at least|WeakKeyException: (?<name>.{1,80})/,
    cause: "the key that signs tokens (JWT) is shorter than its algorithm takes",
    correctiveAction:
      "Set a key of at least 32 random bytes (`openssl rand -base64 48`) in that environment.",
    source: "AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet; jwtk/jjwt",
    example: "IDX10653: The encryption algorithm 'HS256' requires a key size of at least '128' bits.",
    nearMiss: "the key has 256 bits",
  },
];
