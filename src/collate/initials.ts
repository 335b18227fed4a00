import type { Term } from "./lexeme.ts";

/** Whether a word of one row may be the initials of words of the other. */
export function hasInitials(a: readonly Term[], b: readonly Term[]): boolean {
  let found = false;
  const mark = () => {
    found = true;
  };
  markInitials([...a.keys()], a, b, mark);
  markInitials([...b.keys()], b, a, mark);
  return found;
}

/** "wto" beside "world trade organization": all words that its letters begin. `mark` is told the places of both. */
export function markInitials(
  open: readonly number[],
  a: readonly Term[],
  b: readonly Term[],
  mark: (i: number, j: number) => void,
): void {
  for (const i of open) {
    const { form, content } = a[i]!;
    if (!content || form.length < 2 || form.length > 6) continue;
    const head = form.charCodeAt(0);
    for (let j = 0; j + 1 < b.length; j++) {
      if (b[j]!.form.charCodeAt(0) !== head || b[j]!.form === form) continue;
      for (const k of findInitials(form, b, j)) mark(i, k);
    }
  }
}

function findInitials(form: string, b: readonly Term[], j: number): number[] {
  const places: number[] = [];
  let k = j;
  for (const letter of form) {
    while (places.length > 0 && k < b.length && !b[k]!.content && b[k]!.form[0] !== letter) k++;
    if (k >= b.length || b[k]!.form[0] !== letter || b[k]!.form.length < 2) return [];
    places.push(k++);
  }
  return places;
}
