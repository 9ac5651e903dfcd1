import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useRoute } from '../../api/queries';
import { QueryError } from '../../components/state-panels';
import { ExchangeForm, type Gap } from './exchange-form';
import css from './plan.module.css';

/** What has come between a draw and its visits, each with its one next step. */
export function GapBar({ planId }: { readonly planId: string }) {
  const { data, error } = useRoute('plan.list-gaps', { planId });
  const [chosen, setChosen] = useState<Gap | null>(null);
  if (error) return <QueryError error={error} />;
  const gaps = data?.gaps ?? [];
  return (
    <>
      {gaps.length > 0 ? (
        <section className={css.problems} aria-label="检查人员需要更换" role="alert">
          <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.officerId} ${gap.cause} ${gap.visits[0]?.id}`} className={css.gap}>
                <span>{gap.sentence}</span>
                <Button size="xs" variant="default" onClick={() => setChosen(gap)}>
                  更换人员
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {chosen ? <ExchangeForm gap={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}
