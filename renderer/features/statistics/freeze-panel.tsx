import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useAction } from '../../api/queries';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import css from './statistics.module.css';
import type { Overview } from './statistics-words';

type Freeze = NonNullable<Overview['freeze']>;

/** Who froze the month and how its content can be checked. */
export function FreezePanel({ month, freeze }: { readonly month: string; readonly freeze: Freeze }) {
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly words: string } | null>(null);
  const verify = useAction('statistics.verify-month', {
    onDone: ({ ok, problem, rows }) =>
      setSaid({ ok, words: ok ? `核对一致：${thousands(rows)} 条记录和全部指标与冻结时相同。` : (problem ?? '') }),
  });
  return (
    <Section
      title="冻结记录"
      actions={
        <Button
          variant="default"
          size="xs"
          loading={verify.busy}
          leftSection={<IconShieldCheck size={15} stroke={1.5} />}
          onClick={() => void verify.run({ month })}
        >
          核对冻结内容
        </Button>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: '冻结时间', value: <MomentText at={freeze.frozenAt} /> },
          { label: '记录数', value: thousands(freeze.rows) },
          { label: '经办人', value: freeze.frozenBy },
          { label: '确认人', value: freeze.confirmedBy },
          { label: '内容哈希（SHA-256）', value: <HashText hash={freeze.sha256} /> },
          { label: '存证链', value: `第 ${freeze.auditSeq} 条 ${freeze.auditHash.slice(0, 12)}` },
        ]}
      />
      {said ? (
        <p className={said.ok ? css.good : css.bad} role="status">
          {said.words}
        </p>
      ) : null}
    </Section>
  );
}
