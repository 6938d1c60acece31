/**
 * Values of templates that are no words of their own: what services' pages show, and what is in the place of an address or an
 * account (docs/facts/values.md). Drawn from public README files, 2026-11-30.
 */

/** A password of Google's for one application, and Telegram's token, as their pages show them; a key of x alone. */
const SECRETS: readonly RegExp[] = [
  /^(?:x{4}[ -]){3}x{4}$/i,
  /^123456(?:789)?:ABC-DEF1234ghIkl-zyx57W2v1u123ew11$/,
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
  /^(?:tu|votre|seu|dein)-(?:cloud|bucket|proyecto|projet|projeto|projekt)-(?:name|nombre|nom|nome)$/i,
  /^mongodb(?:\+srv)?:\/\/[^@]*@cluster\d*\.mongodb\.net(?:[/:?]|$)/i,
  /^https?:\/\/(?:tu|votre|seu|dein)-(?:dominio|domaine|domain)\./i,
];

/** Whether a text is such a secret. */
export const isSampleSecret = (text: string): boolean => SECRETS.some((form) => form.test(text));

/** Whether a text is such an address; of `Name <address>` what is in the brackets. */
export function isSampleAddress(text: string): boolean {
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text)?.[1] ?? text;
  return ADDRESSES.some((form) => form.test(address));
}
