import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Facts } from '../../components/facts';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import { Method } from './method';
import css from './plan.module.css';
import type { DraftState, Frozen } from './use-draft';

type AnnounceStepProps = { readonly state: DraftState; readonly frozen: Frozen };

/** Step 2: the hash, large enough to be read aloud, and what it means. */
export function AnnounceStep({ state, frozen }: AnnounceStepProps) {
  const { preview } = frozen;
  return (
    <>
      <Columns
        main={
          <Section title="候选名录校验值">
            <div className={css.stack}>
              <div className={css.hashBox}>
                <p className={css.hashLabel}>SHA-256，四位一组，逐组念出并由在场的人记下</p>
                <HashText hash={preview.populationSha256} large />
              </div>
              <Facts
                columns={2}
                items={[
                  { label: '计划', value: state.title },
                  { label: '冻结时间', value: <MomentText at={frozen.at} /> },
                  { label: '候选名录', value: `${thousands(preview.populationSize)} 户` },
                  { label: '抽取', value: `${thousands(preview.total)} 户，分 ${preview.batches.length} 批` },
                ]}
              />
            </div>
          </Section>
        }
        side={
          <Section title="怎样抽取" hint="照着念给见证人听">
            <Method />
          </Section>
        }
      />
      <div className={`${css.steps} ${css.noPrint}`}>
        <Button autoFocus onClick={() => state.change({ step: 'seed' })}>
          已公布，输入公开随机值
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.5} />} onClick={() => window.print()}>
          打印公布单…
        </Button>
        <span className={css.quiet}>建议打印本页，由见证人签名后留存。</span>
      </div>
    </>
  );
}
