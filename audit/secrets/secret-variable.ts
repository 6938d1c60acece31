import { BROWSER_PREFIX } from "../../domain/browser-variable";
import { PRIVATE_KEY_HEAD } from "../../domain/private-key";
import { ABOUT_A_SECRET } from "../../domain/secret-name";

/** Words in the names of secrets, in any file. */
const SECRET_WORD =
  "SECRET|TOKEN(?!IZ)|PASSWORD|PASSWD|PASSPHRASE|(?:^|_)PASS(?:$|_)|PRIVATE_?KEY|CREDENTIAL|DSN|DATABASE_URL|DEPLOY_HOOK|" +
  "(?:API|SERVICE|SERVICE_ROLE|SIGNING|ENCRYPTION|ACCESS|AUTH|MASTER|JWT|SESSION)_?KEY(?!_ID)";

/**
 * Names of variables that hold secrets, in any file. What a build puts into a page is public
 * by its prefix.
 */
export const SECRET_NAME = new RegExp(
  `^(?!${BROWSER_PREFIX})(?=.*(?:${SECRET_WORD}))(?!.*_(?:${ABOUT_A_SECRET})$)`,
  "i",
);

/**
 * What is a secret by its shape, under whatever name, anywhere in a text: a URL with its password, and keys of Supabase,
 * Stripe, AWS, Laravel (an APP_KEY), GitHub, Slack, SendGrid, OpenAI and Anthropic by the prefixes that their makers document.
 */
export const SECRET_TEXT = new RegExp(
  String.raw`://[^/\s:@]*:[^/\s]+@|\bsb_secret_[\w-]{20,}|\bsbp_[0-9a-f]{40}|\b[sr]k_live_\w{16,}|\bwhsec_[\w+/=]{24,}|\bAKIA[0-9A-Z]{16}\b|\bbase64:[A-Za-z0-9+/]{43}=|\bgh[opsu]_\w{36}|\bgithub_pat_\w{40,}|\bxox[abposr]-[\w-]{20,}|\bSG\.[\w-]{20,}\.[\w-]{20,}|\bsk-(?:proj-|ant-)[\w-]{24,}|${PRIVATE_KEY_HEAD}`,
);
