/** Text that is HTML already. Only {@link html} makes it, so that nothing else gets into a page unescaped. */
export class Html {
  private constructor(readonly text: string) {}

  static of(strings: TemplateStringsArray, values: readonly Value[]): Html {
    return new Html(
      strings.map((part, index) => part + (index < values.length ? textOf(values[index]) : "")).join(""),
    );
  }
}

type Value = string | number | Html | readonly Html[] | undefined;

/** HTML from a template. Values are escaped for elements and quoted attributes, unless they are HTML. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return Html.of(strings, values);
}

function textOf(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return String(value).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
