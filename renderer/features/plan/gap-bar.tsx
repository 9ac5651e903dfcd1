import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRoute } from '../../api/queries';
import { ExchangeForm, type Gap } from './exchange-form';
import css from './plan.module.css';

/** What has come between a draw and its visits, each with its one next step. */
export function GapBar({ planId }: { readonly planId: string }) {
  const gaps = useRoute('plan.list-gaps', { planId }).data?.gaps ?? [];
  const [chosen, setChosen] = useState<Gap | null>(null);
  if (gaps.length === 0) return null;
  return (
    <section className={css.stack} aria-label="检查人员需要更换" role="alert">
      {gaps.map((gap) => (
        <div key={`${gap.officerId} ${gap.cause} ${gap.visits[0]?.id}`} className={css.steps}>
          <span>{gap.sentence}</span>
          <Button size="xs" variant="default" onClick={() => setChosen(gap)}>
            更换人员
          </Button>
        </div>
      ))}
      {chosen ? <ExchangeForm gap={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}
