import fc from "fast-check";

/** Text of all that is dangerous, among ordinary letters. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\u001b[2J",
        "\u009b31m",
        "\u202e",
        "\u2066",
        "\ud800",
        "\udc00",
        "\0",
        "<script>",
        "&",
        '"',
        "'",
      ),
      fc.constantFrom("]]>", "-->", "</style>", "\r", "\r\n", "\u2028", "\u{e0041}", "e\u0301", "\u{1f600}", " "),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(""));

/** Anything that must never come out. Not the regular expression of the code: written from the Unicode tables anew. */
export function hasHarm(text: string): boolean {
  return !text.isWellFormed() || [...text].some((char) => isHarm(char.codePointAt(0)!));
}

function isHarm(code: number): boolean {
  if (code === 9 || code === 10) return false;
  return (
    code < 32 || (code > 126 && code < 160) || (code > 0x2029 && code < 0x202f) || (code > 0x2065 && code < 0x206a)
  );
}
