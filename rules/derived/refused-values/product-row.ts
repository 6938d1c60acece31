import { type Beside, hasCommand, type Refusal, type Row } from "./row";

/** The images and the commands by which a product is known, where other programs have variables of the same name. */
export interface Product {
  readonly images: RegExp;
  readonly commands?: RegExp;
}

export const VAULTWARDEN: Product = { images: /(?:^|\/)vaultwarden(?:\/server)?$/ };

/** What several products do with a word that they do not know, and what they call PostgreSQL. */
export const ENDS = "another word, at which it ends";
export const POSTGRES = "`postgres`, as the product calls it, or another one of its databases";

export const runs = ({ images, commands }: Product, beside: Beside): boolean =>
  images.test(beside.image ?? "") || (commands !== undefined && hasCommand(beside, commands));

/** A variable that takes one of some words. */
export const words = (
  names: RegExp,
  takes: RegExp,
  [expected, got]: readonly [expected: string, got: string],
  of?: Product,
  unless?: string,
): Row => ({
  names,
  refused: (value, beside) =>
    takes.test(value) || (of !== undefined && !runs(of, beside))
      ? undefined
      : {
          expected,
          got,
          fix: "Write it in the product's own word.",
          ...(unless !== undefined && { unless }),
        },
});

const scheme = (product: string): Refusal => ({
  expected: "an address with its scheme",
  got: `one without, at which ${product} ends`,
  fix: "Write `https://` before it.",
});

/** An address without a scheme, which each of these refuses by its own code. */
export const addressed = (names: RegExp, product: string, of?: Product): Row => ({
  names,
  refused: (value, beside) =>
    /^https?:\/\//i.test(value) || (of !== undefined && !runs(of, beside)) ? undefined : scheme(product),
});

export const long = (names: RegExp, length: number, product: string, of?: Product): Row => ({
  names,
  refused: (value, beside) =>
    Buffer.byteLength(value) >= length || (of !== undefined && !runs(of, beside))
      ? undefined
      : {
          expected: `${length} characters or more`,
          got: `fewer, at which ${product} ends`,
          fix: "Draw a longer one, and keep it as a secret.",
        },
});
