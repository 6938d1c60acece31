import type { Response } from "./http-exchange";

/** Paths of pages that ask who is there: of frameworks (Django, Rails' Devise, NextAuth, Spring) and of providers. */
const SIGN_IN =
  /(^|[/._-])(log-?in|sign-?in|auth|oauth2?|sso|saml|session\/new|sessions\/new|authorize)([/._?-]|$)/i;

/** Where a redirect leads; undefined for an answer that is none. */
export function redirectTarget({ status, headers, url }: Response): URL | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, url.href))
    return undefined;
  return new URL(location, url);
}

/** The path where a redirect leads, if that is a page that asks for a sign-in; undefined otherwise. What follows may be a token. */
export function signInRedirect(response: Response): string | undefined {
  const target = redirectTarget(response);
  const found = target && SIGN_IN.exec(target.pathname);
  return !found ? undefined : target.pathname.slice(0, found.index + found[0].length);
}
