import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useAction } from '../../api/queries';
import { StatePill } from '../../components/pill';
import css from './plan.module.css';

type VerifyButtonProps = { readonly planId: string /** In the head of a section. */; readonly small?: boolean };

/** Draws again from what is stored and says whether every pick is the same. */
export function VerifyButton({ planId, small = false }: VerifyButtonProps) {
  const [result, setResult] = useState<RouteOutput<'plan.verify'> | null>(null);
  const verify = useAction('plan.verify', { onDone: setResult });
  return (
    <span className={css.steps}>
      <Button
        variant="default"
        size={small ? 'xs' : 'sm'}
        loading={verify.busy}
        leftSection={<IconShieldCheck size={15} stroke={1.5} />}
        onClick={() => void verify.run({ id: planId })}
      >
        复算核验
      </Button>
      {result ? (
        <span className={css.steps} role="status">
          <StatePill label={result.ok ? '复算一致' : '复算不一致'} tone={result.ok ? 'done' : 'grave'} />
          <span className={css.quiet}>{result.message.replace(/^复算(不)?一致：/, '')}</span>
        </span>
      ) : null}
    </span>
  );
}
