import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useExportDocument } from '../../api/export-document';
import { Facts } from '../../components/facts';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import { DiscardForm } from './discard-form';
import { HashBox } from './hash-box';
import { Method } from './method';
import css from './plan.module.css';
import { type FreezeFile, scopeWords } from './plan-words';
import { ProblemBar } from './problem-bar';

type AnnounceStepProps = { readonly freeze: FreezeFile; readonly onAnnounced: () => void };

/** Step 2: the hash, large enough to be read aloud, and what it means. */
export function AnnounceStep({ freeze, onAnnounced }: AnnounceStepProps) {
  const { run, busy } = useExportDocument();
  const [discarding, setDiscarding] = useState(false);
  const open = freeze.state === 'frozen';
  return (
    <>
      <ProblemBar label="冻结后有变化" problems={freeze.changes} />
      <ProblemBar label="请注意" problems={freeze.problems} />
      <Columns
        main={
          <Section title="名录校验值">
            <div className={css.stack}>
              <HashBox hash={freeze.listSha256} label="SHA-256，四位一组，逐组念出并由在场的人记下" />
              <Facts
                columns={2}
                items={[
                  { label: '计划', value: freeze.title },
                  { label: '抽取范围', value: scopeWords(freeze) },
                  { label: '冻结时间', value: <MomentText at={freeze.createdAt} />, source: freeze.officerName ?? '' },
                  { label: '执法人员', value: `${thousands(freeze.officers)} 名` },
                  {
                    label: '候选名录',
                    value: `${thousands(freeze.populationSize)} 户，不列入 ${thousands(freeze.exclusions.length)} 户`,
                  },
                  { label: '抽取', value: `${thousands(freeze.total)} 户` },
                  { label: '名录校验值（SM3）', value: <HashText hash={freeze.listSm3} />, wide: true },
                  {
                    label: '单位随机数的承诺值（随机数在抽取时公开）',
                    value: <HashText hash={freeze.nonceSha256} />,
                    wide: true,
                  },
                  { label: '其中执法人员名单的校验值', value: <HashText hash={freeze.officersSha256} />, wide: true },
                ]}
              />
            </div>
          </Section>
        }
        side={
          <>
            <Section title="下一步">
              <div className={css.stack}>
                {open ? (
                  <p className={css.quiet}>
                    先打印公布单，由见证人签名，再产生公开随机值。名录已经记入冻结记录，可以隔日再抽。
                  </p>
                ) : null}
                <Button
                  variant="default"
                  loading={busy}
                  leftSection={<IconFileExport size={16} stroke={1.5} />}
                  onClick={() => void run('schedule-announcement', { id: freeze.id })}
                >
                  导出公布单…
                </Button>
                {open ? (
                  <>
                    <Button onClick={onAnnounced}>已公布，输入公开随机值</Button>
                    <Button variant="default" onClick={() => setDiscarding(true)}>
                      停用名录…
                    </Button>
                  </>
                ) : null}
              </div>
            </Section>
            <Section title="怎样抽取" hint="照着念给见证人听">
              <Method />
            </Section>
          </>
        }
      />
      <DiscardForm freeze={freeze} opened={discarding} onClose={() => setDiscarding(false)} />
    </>
  );
}
