/** One thing that can be said of a rule. No text: it says nothing about it; several: a list. */
export type Aspect = { readonly label: string; readonly texts: readonly string[] };

export const aspect = (label: string, ...texts: readonly (string | number | null | undefined | false)[]): Aspect => ({
  label,
  texts: texts.flatMap((text) => (text === null || text === undefined || text === false ? [] : [String(text)])),
});

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${short(text)}”`).join('、');

/** What differs between two descriptions of the same rule, one phrase an aspect, in the order of the descriptions. */
export function changedAspects(before: readonly Aspect[], after: readonly Aspect[]): string[] {
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  const textsOf = (of: readonly Aspect[], label: string) => of.find((one) => one.label === label)?.texts ?? [];
  return labels.flatMap((label) => phrase(label, textsOf(before, label), textsOf(after, label)));
}

function phrase(label: string, before: readonly string[], after: readonly string[]): string[] {
  if (before.length === after.length && before.every((text, i) => text === after[i])) return [];
  const removed = without(before, after);
  const added = without(after, before);
  if (removed.length === 1 && added.length === 1) return [`${label}由${pair(removed[0] ?? '', added[0] ?? '')}`];
  if (before.length === 0) return [`${label}新填${quoted(added)}`];
  if (after.length === 0) return [`${label}不再填写（原为${quoted(removed)}）`];
  const parts = [
    ...(removed.length === 0 ? [] : [`删去${quoted(removed)}`]),
    ...(added.length === 0 ? [] : [`增加${quoted(added)}`]),
  ];
  return [parts.length === 0 ? `${label}的先后次序有调整` : `${label}${parts.join('，')}`];
}

/** Two long texts can differ behind the place where they are cut: then the difference itself is shown. */
function pair(before: string, after: string): string {
  if (short(before) !== short(after)) return `“${short(before)}”改为“${short(after)}”`;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 10);
  return `“…${short(before.slice(from))}”改为“…${short(after.slice(from))}”`;
}

/** What the first list holds beyond the second, each text as often as it is missing there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
