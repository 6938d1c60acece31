import type { ErrorFamily } from "./error-family";

/** What the code asks of its packages and of its settings. */
export const CONFIGURATION_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "module",
    mode: "import/missing-module",
    pattern:
      /(?:no module named|there is no package called|cannot find (?:module|package)|could not find (?:module|package|gem|crate|class)|(?:module|package|class|gem|plugin|assembly|namespace|trait|interface|crate|extension|provider|dependency) ["'`:\w\\/.@-]*,? ?(?:is |was |could |can )?not (?:found|available|installed|be found|be loaded|be resolved|exist)|cannot load such file|could not load file or assembly|ClassNotFoundException|NoClassDefFoundError|uninitialized constant|failed to (?:load|resolve|find) (?:module|package|plugin|class|gem|import)|cannot import name|unable to (?:load|resolve|find) (?:module|package|plugin|class|dependency)|is not available\)|please install|might not be installed|pip install|npm install \S|Failed opening required|not resolve (?:import|entry|module)|module is not (?:found|installed)|Package .* is not installed|ModuleNotFound|undefined \(module|could not find (?:[A-Z]\w+\.)+[A-Z]\w+|as a dependency|['"`][\w@/.-]+['"`] (?:package|module|library|gem|extension) is required)/i,
    // A name with a hyphen is of no language.
    not: /is undefined or private|\bnamespace ["'`]?\w+-[\w-]+/i,
    means: "a module, package or class that the code needs is not there",
    correctiveAction:
      "Add the package to the dependencies of production and commit the lock file; of one's own code, correct its name (on Linux the letters' case counts) and copy it into the image.",
    example:
      "** (UndefinedFunctionError) function :exec.start/1 is undefined (module :exec is not available)",
  },
  {
    id: "missing-setting",
    mode: "configuration/missing-variable",
    pattern:
      /(?:\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|environment variables?|env(?:ironment)? ?vars?|variables?|settings?|secrets?|(?:api|secret|license|access|encryption) ?key|token|config(?:uration)?(?: value| key)?|propert(?:y|ies)|option|parameter|flag|argument)["'`:]*.{0,60}(?:(?:is |are |was |not |must be |needs? to be |has to be |have to be |should be )?(?:missing|required|not (?:be )?(?:set|defined|found|provided|configured|specified|present|given)|(?:must|has to|needs to|should) be (?:set|defined|provided|configured|specified|present|given)|undefined|unset|(?:is|be|was) (?:empty|blank|nil|null)))|\byou (?:should|need to|have to|must) (?:specify|provide|define|supply|configure|set) \w+|\bplease (?:provide|set|specify|configure|define) (?:\w+ ){0,4}(?:url|uri|key|token|secret|host|address|password|username|variable|configuration|credentials)\b|(?:unknown|invalid|unsupported) \w+:? ["'`]?(?:undefined|null|nil|None)\b|invalid empty \w+|(?:missing|no|required|undefined|unset|empty|must (?:set|provide|specify)|please (?:set|provide|specify)|you must (?:set|provide|specify)) (?:the |an? |required |value for |mandatory |your |\w+ (?=(?:api key|token|secret|password|url|config)\b))*(?:\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|environment variables?|env(?:ironment)? ?var|variable|setting|secret|(?:api|secret|license|access|encryption) ?key|token|configuration|config\b|credentials|propert(?:y|ies)|option|parameter|argument)|\bno \w+ (?:setting|variable|option|parameter|property|credentials) (?:is |was )?(?:provided|set|specified|given|configured)\b|\b[Ee]xpected (?:parameter|option|argument) \w+$/i,
    not: /is undefined or private|node_modules|config\w* (?:not )?found in|unmarshal|not found in type|command not found|positional argument|keyword argument|of (?:undefined|null)|is not a function|\b(?:file|directory|folder)\b.{0,40}(?:not found|missing|does(?: not|n't) exist)|the following arguments are required|\bURLs? must have\b/i,
    means: "a setting that the program needs has no value",
    correctiveAction: "Set the variable or setting that the line names in that environment.",
    example: "FATAL: environment variable SESSION_SECRET is not set",
  },
  {
    id: "secret-refused",
    mode: "configuration/invalid",
    pattern:
      /invalid ?_?(?:bot |access |api |auth\w* )?(?:token|api ?key|credentials)\b|token_?\s?invalid|(?:token|api ?key)\b.{0,60}\b(?:was |is |has been )?(?:rejected|revoked|expired|incorrect|not valid|malformed)|(?:incorrect|bad|wrong|unknown) (?:api ?key|token|credentials)|must pass the token|Unauthorized.{0,40}(?:token|key)/i,
    not: /jwt|csrf|unexpected token|Invalid or unexpected|(?:session|refresh|user) token|password/i,
    means: "a token or key of another service is missing or not valid",
    correctiveAction:
      "Set the variable that the program reads it from, under the name that it reads, and make a new one where it was revoked.",
    example: "telegram.error.InvalidToken: The token `XYZ` was rejected by the server.",
  },
  {
    id: "wrong-setting",
    mode: "configuration/invalid",
    pattern:
      /\bURLs? must have\b|\bport is missing\b|\b[Rr]efus(?:es|ing|ed) to (?:start|run|boot)\b|\bsecurity risk, (?:aborting|exiting)|\b(?:not supposed|not allowed|refus\w+|cannot|can ?not|must not|should not)\b.{0,30}\brun\b.{0,20}\bas root\b|\b[Uu]nknown (?:log(?:ging)? ?)?level\b|\bdoes(?: not|n't) match stored\b|\bbucket does(?: not|n't) exist\b|\bNoSuchBucket\b|\b[Mm]ismatch(?:ing|ed) (?:encryption |secret )?keys?\b|\b(?:does not|doesn't) match the [A-Z][A-Z0-9_]+ env|\bprovided Issuer\b|\b(?:unable|failed|could not|error)\b.{0,60}\b(?:issuer|openid[- ]configuration|discovery document|JWKS|JWK set|OIDC provider)\b|\b(?:issuer|openid[- ]configuration|discovery document|JWKS)\b.{0,60}\b(?:mismatch|does not match|not found|invalid|404|failed)\b|\bunmarshal (?:error|\w+ into)|\bdisallowed \w+|\bis too (?:low|small|high|large|short|long)\b|\bno (?:valid )?config\w* (?:file )?found|(?:make sure|ensure) (?:that )?you are in the (?:right|correct) (?:directory|folder)|\b(?:must|need to|has to|have to) (?:be )?run .{0,60}\b(?:from|in|inside) (?:a|an|the|your) .{0,40}(?:project|directory|folder|root)|invalid (?:value|config\w*|setting|option|flag|argument|url|uri|port|environment|format|type|key|character|yaml|json|toml|log level|cron)|(?:is |are )?not (?:a )?valid\b|(?:unknown|illegal|bad) (?:option|flag|argument|setting|key|field|config|property|command|directive|variable)|unrecogni[sz]ed (?:option|argument|arguments|flag|key|command|field|setting)|(?:failed|could not|cannot|unable|error|errors?) (?:to )?(?:prepare|open|opening|parse|parsing|read|reading|load|loading|decod\w+|unmarshal\w*|validat\w+)\b.{0,60}(?:config|settings|\.ya?ml|\.json|\.toml|\.ini|\.conf|\.env|url|credentials)|(?:config\w*|settings?|schema) (?:is |are )?(?:invalid|malformed|error)|\bconfiguration (?:extraction|error)|\bcannot locate specified Dockerfile|is forbidden: |Error from server \((?:NotFound|Forbidden|Invalid|BadRequest)\)|(?:cannot|can't|could not|unable to) (?:get|find|look ?up|determine) (?:the )?(?:uid|gid|user|group)\b|runAsNonRoot|cannot verify user|must set securityContext|improperly configured|ImproperlyConfigured|misconfigur|expected .{1,60} for key|unsupported (?:value|option|scheme|protocol|driver|configuration)|must be (?:one of|a |an |greater|less|at least|between|in the range)|no such option|the following arguments are required|flag provided but not defined|has a different value set for|declared as external,? but could not be found|denied by|violates? (?:PodSecurity|policy)/i,
    not: /module|unexpected token/i,
    means: "a setting has a value that the program does not take",
    correctiveAction: "Correct the setting that the line names: its name, its value, or its type.",
    example: "error parsing config.yaml: yaml: line 4: mapping values are not allowed here",
  },
  {
    id: "certificate",
    mode: "database/tls-untrusted",
    pattern:
      /remote certificate (?:is invalid|was rejected)|\bUntrustedRoot\b|certificate (?:verify failed|is not trusted|has expired|signed by unknown)|self-?signed certificate|unable to (?:get local issuer|verify the first) certificate|x509:|SSLHandshake|PKIX path/i,
    not: /https?:\/\/|github|registry|pypi|npm|download|fetch/i,
    means: "the other side's certificate is not trusted",
    correctiveAction:
      "Give the client the authority's certificate, or the image its bundle (ca-certificates).",
    example: "sql: x509: certificate signed by unknown authority",
  },
  {
    id: "broken-file",
    mode: "configuration/invalid",
    pattern:
      /not in \w+ format|unexpected end of (?:file|archive|data)|checksum (?:mismatch|failed|does not match)|hash mismatch|(?:is|file|archive) corrupt|integrity check|sha\d+ .*mismatch/i,
    means: "a file is not what it should be: its download was cut off, or its address gives something else",
    correctiveAction: "Fetch the file again, and look at what its address gives today.",
    example: "gzip: stdin: not in gzip format",
  },
  {
    id: "missing-file",
    mode: "configuration/invalid",
    pattern:
      /(?:no such file or directory|ENOENT|file not found|FileNotFound).*[/'"`]|^[^/'"`]*[/'"`].*(?:no such file or directory|file not found)|(?:cannot|could not|can't|unable to|failed to) (?:open|find|read|stat|load|access) (?:the )?(?:file|folder|directory|["'`]?\.?\/|[\w-]+\.(?:html?|json|ya?ml|toml|js|py|rb|php|xml|pem|crt|key|sql|conf|ini|env|lock|sh|txt)\b)|\berror (?:opening|reading|loading) (?:the )?(?:\w+ )?(?:file|folder|directory)\b|\b(?:config\w*|settings?|credentials?|key|data|env\w*|input|template|schema) file\b.{0,80}(?:not found|missing|does(?: not|n't) exist|not be found)|^\w+ file is missing$|there is no \S+ in (?:this|the) (?:directory|folder)|(?:file|directory|folder|path) .{0,80}(?:does not|doesn't) exist|not a directory|ENOTDIR/i,
    means: "a file that is read is not there",
    correctiveAction:
      "Commit or copy the file into the image, let the build write it, or correct its path and the folder in which the program runs.",
    example: "open config/app.yaml: no such file or directory",
  },
];
