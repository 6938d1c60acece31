import type { Response } from "./http-exchange";

/** Paths of pages that ask who is there: of frameworks (Django, Rails' Devise, NextAuth, Spring) and of providers. */
const SIGN_IN =
  /(^|[/._-])(log-?in|sign-?in|auth|oauth2?|sso|saml|session\/new|sessions\/new|authorize)([/._?-]|$)/i;

/** Where a redirect leads, if that is a page that asks for a sign-in; undefined otherwise. What follows may be a token. */
export function signInRedirect({ status, headers, url }: Response): string | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, url.href))
    return undefined;
  const target = new URL(location, url);
  const found = SIGN_IN.exec(target.pathname);
  return found === null ? undefined : target.pathname.slice(0, found.index + found[0].length);
}
