import { flags, operand, type SecretArgument } from "./secret-argument";

/**
 * Where the commands of platforms and of stores of secrets are given one. Sources are their manuals, read on
 * 30 November 2026.
 */
export const OF_PLATFORMS: readonly SecretArgument[] = [
  flags("gh", "-b --body", "all", "cli.github.com/manual/gh_secret_set", { under: ["secret set"] }),
  flags("glab", "-v --value", "all", "docs.gitlab.com/cli/variable", {
    under: ["variable set", "variable update"],
  }),
  operand("fly flyctl", { from: 0 }, "pair", "fly.io/docs/flyctl/secrets-set", {
    under: ["secrets set", "secrets stage"],
    takes: "-a --app -c --config",
  }),
  operand("supabase", { from: 0 }, "pair", "supabase.com/docs/reference/cli/supabase-secrets-set", {
    under: ["secrets set"],
    takes: "--project-ref --env-file",
  }),
  flags("supabase", "-p", "all", "supabase.com/docs/reference/cli/supabase-link", {
    under: ["link", "db push", "db pull", "db dump", "db reset", "db diff", "migration"],
  }),
  operand(
    "heroku gigalixir dokku scalingo",
    { from: 0 },
    "setting",
    "devcenter.heroku.com/articles/config-vars",
    { under: ["config:set", "config:add", "env-set"], takes: "-a --app -r" },
  ),
  operand("eb", { from: 0 }, "setting", "docs.aws.amazon.com: eb setenv", { under: ["setenv"] }),
  operand("convox porter", { from: 0 }, "setting", "docs.convox.com: env set", {
    under: ["env set"],
    takes: "-a --app",
  }),
  operand("firebase", { from: 0 }, "setting", "firebase.google.com/docs/functions/config-env", {
    under: ["functions:config:set"],
  }),
  flags("railway", "--set", "setting", "docs.railway.com/reference/cli-api", {
    under: ["variables", "variable", "vars"],
  }),
  operand("netlify ntl", 1, "setting", "cli.netlify.com/commands/env", { under: ["env:set"] }),
  operand("cf", 2, "setting", "cli.cloudfoundry.org: set-env", { under: ["set-env"] }),
  operand("clever", 1, "setting", "clever-cloud.com/developers/doc/cli", { under: ["env set"] }),
  flags("eas", "--value", "all", "docs.expo.dev/eas/environment-variables", {
    under: ["secret:create", "env:create", "env:update"],
  }),
  flags("koyeb", "-v --value", "all", "koyeb.com/docs/build-and-deploy/cli", {
    under: ["secrets create", "secrets update", "secret create"],
  }),
  flags("vercel vc", "-t", "all", "vercel.com/docs/cli/global-options"),
  flags("doctl", "-t", "all", "docs.digitalocean.com/reference/doctl"),
  operand("pulumi", 1, "all", "pulumi.com/docs/iac/cli/commands/pulumi_config_set", {
    under: ["config set"],
    needs: / --secret\b/,
    takes: "-s --stack --config-file -C --cwd --type",
  }),
  flags("pulumi", "--secret", "pair", "pulumi.com/docs/iac/cli/commands/pulumi_config_set-all", {
    under: ["config set-all"],
  }),
  flags("aws", "--value", "all", "docs.aws.amazon.com/cli: ssm put-parameter", {
    under: ["ssm put-parameter"],
    needs: / SecureString\b/,
  }),
  flags("az", "-p --password", "all", "learn.microsoft.com/cli/azure: az login", {
    under: ["login", "acr login"],
  }),
  flags("az", "--value", "all", "learn.microsoft.com/cli/azure/keyvault/secret", {
    under: ["keyvault secret set"],
  }),
  flags("az", "--settings", "setting", "learn.microsoft.com/cli/azure/webapp/config/appsettings", {
    under: ["config appsettings set"],
  }),
  flags(
    "kubectl oc k3s",
    "--from-literal",
    "pair",
    "kubernetes.io/docs/reference/kubectl: create secret generic",
    { under: ["create secret"] },
  ),
  flags("tailscale", "--authkey --auth-key", "all", "tailscale.com/kb/1080/cli", { under: ["up", "login"] }),
  operand("ngrok", 0, "all", "ngrok.com/docs/agent/cli", {
    under: ["authtoken", "config add-authtoken"],
    takes: "--config",
  }),
  operand("snyk", 0, "all", "docs.snyk.io/snyk-cli/commands/auth", { under: ["auth"] }),
  operand("vault bao", { from: 1 }, "pair", "developer.hashicorp.com/vault/docs/commands/kv/put", {
    under: ["kv put", "kv patch"],
    takes: "-mount -namespace -address",
  }),
  operand("vault bao", { from: 1 }, "setting", "developer.hashicorp.com/vault/docs/commands/write", {
    under: ["write"],
  }),
  operand("vault bao", 0, "all", "developer.hashicorp.com/vault/docs/commands/login", {
    under: ["login", "operator unseal", "operator rekey", "unwrap", "token lookup", "token revoke"],
    takes: "-method -path -namespace -address -nonce",
  }),
  operand("doppler infisical", { from: 0 }, "pair", "docs.doppler.com/docs/cli", {
    under: ["secrets set"],
    takes: "-p --project -c --config --env",
  }),
  operand("doppler", 1, "all", "docs.doppler.com/docs/cli", {
    under: ["secrets set"],
    takes: "-p --project -c --config",
  }),
  operand("chamber", 2, "all", "github.com/segmentio/chamber", { under: ["write"] }),
  operand("bw", 0, "all", "bitwarden.com/help/cli", { under: ["unlock"], takes: "--session" }),
  operand("bw", 1, "all", "bitwarden.com/help/cli", { under: ["login"], takes: "--method --code" }),
  operand("ansible-vault", 0, "all", "docs.ansible.com: ansible-vault", {
    under: ["encrypt_string"],
    takes: "--name -n --vault-id --vault-password-file",
  }),
  flags("security", "-p", "all", "ss64.com/mac/security.html", {
    under: ["unlock-keychain", "create-keychain"],
  }),
  flags("security", "-w", "all", "ss64.com/mac/security.html", {
    under: ["add-generic-password", "add-internet-password"],
  }),
];
