/**
 * Values of templates that are no words of their own: what services' pages show, and what is in the place of an address or an
 * account (docs/facts/values.md). Drawn from public README files, 2026-11-30.
 */

/** A password of Google's for one application, and Telegram's token, as their pages show them; a key of x alone. */
const SECRETS: readonly RegExp[] = [
  /^(?:x{4}[ -]){3}x{4}$/i,
  /^123456(?:789)?:ABC-DEF1234ghIkl-zyx57W2v1u123ew11$/,
  // Telegram's bot has a number that is counted up by hand.
  /^1234567?8?9?0?:(?:ABC[-_]?DEF[\w-]*|abc[\w-]*|(?:AA\w?)?x{3,}|\.{3}|<?your[-_]\w+>?)$/i,
  /^SG\.x{3,}(?:\.x+)?$/i,
  /^(?:tu|su|votre|dein|ihr|seu|sua)[-_](?:[a-z]+[-_]){0,3}(?:key|password|token|secret)$/i,
  /^(?:sua|tu|su|votre)[-_](?:senha|contrase(?:n|ñ)a|clave|mot-de-passe)(?:[-_][a-z]+){1,3}$/i,
];

/** Accounts, identifiers and hosts. */
const ADDRESSES: readonly RegExp[] = [
  /^(?:your|tu|su|votre|seu|dein|ihre?|jouw|tuo|twoj)[-_.]?(?:e?-?mail|correo)@/i,
  /^(?:user|name|email|you|me)@(?:domain|company|email|website)\.com$/i,
  /^(?:G|UA|GTM|AW)-X{4,}(?:-[XY\d])?$/,
  /^[a-z]{2,10}_\.{3}$/,
  /^(?:tu|su|votre|ton|seu|sua|dein|ihr|tuo|jouw|twoj)[-_](?:(?:cloud|bucket|project|proyecto|projet|projeto|projekt|app|api|account|cuenta|compte|conta)[-_])+(?:name|nombre|nom|nome|id|key|url|ref|region)$/i,
  /^mongodb(?:\+srv)?:\/\/[^@]*@cluster\d*\.mongodb\.net(?:[/:?]|$)/i,
  /^https?:\/\/(?:tu|votre|seu|dein)-(?:dominio|domaine|domain)\./i,
];

/** Identifiers as Stripe's pages show them: the kind is real, and the rest is left out or counted up (docs.stripe.com). */
const IDENTIFIER =
  /^(?:price|prod|plan|sub|cus|acct|pi|cs|promo|evt|we|si|in|pm|seti|tok|ca|bpc|txr|pmc)_(?:(?:live|test)_)?(?:\.{3}|x{3,}|\*{3,}|1?234567?8?9?0?|12345|abc(?:123|def)?\w{0,3})$/i;

/** What a mail server's account is called, where only a page of a manual calls it so. */
const MAIL_ACCOUNT = /(?:^|_)(?:SMTP|E?MAIL)_(?:\w+_)?(?:USER|USERNAME|LOGIN)$/i;

/** Whether a variable holds the identifier of a page, or the word for an account. */
export const isSampleName = (text: string, name: string): boolean =>
  IDENTIFIER.test(text) || (text === "username" && MAIL_ACCOUNT.test(name));

/** Whether a text is such a secret. */
export const isSampleSecret = (text: string): boolean => SECRETS.some((form) => form.test(text));

/** Whether a text is such an address; of `Name <address>` what is in the brackets. */
export function isSampleAddress(text: string): boolean {
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text)?.[1] ?? text;
  return ADDRESSES.some((form) => form.test(address));
}

/** `TEST_USER_PASSWORD=test`: who signs in to try something out has such a password on purpose. */
export function isOfTest(value: string, name: string): boolean {
  return (
    /(?:^|_)(?:TEST|E2E|DEMO|SAMPLE|EXAMPLE|DUMMY|FAKE|MOCK)_(?:\w+_)*(?:PASSWORD|PASSWD|PASS|PWD)$/i.test(
      name,
    ) && /^(?:test|demo|sample|example|dummy|password|secret)\d{0,4}!?$/i.test(value)
  );
}
