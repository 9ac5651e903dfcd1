import { useBands } from '../../components/grade-bands';
import { Section } from '../../components/section';
import { CauseList } from './cause-list';
import type { Why } from './rating-words';

/** What changed since the rating before; nothing is shown for a first rating or when nothing changed. */
export function WhyCauses({ why }: { readonly why: Why }) {
  const bands = useBands();
  if (why.causes.length === 0) return null;
  return (
    <Section title="与上次相比" count={why.causes.length} hint="各项增减加起来就是得分的变化">
      <CauseList causes={why.causes} bands={bands} packId={why.rating.packId} />
    </Section>
  );
}
