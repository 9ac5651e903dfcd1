import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { SampleOffer } from './sample-offer';
import css from './setup-guide.module.css';
import type { Today } from './work-words';

type Step = Today['setup'][number];

const STEPS: Record<
  Step['key'],
  { readonly title: string; readonly why: string; readonly act: string; readonly to: string }
> = {
  office: {
    title: '机关信息',
    why: '机关全称和简称印在每一份文书上，用于编制文书字号。',
    act: '填写机关信息',
    to: '/settings/office',
  },
  officers: {
    title: '执法人员',
    why: '每次检查由两名持证人员实施；第一名登记的人员即为当前经办人。',
    act: '登记执法人员',
    to: '/settings/officers',
  },
  subjects: {
    title: '监管对象',
    why: '从现有名录（.xlsx、.csv）导入，列名自动识别，可以整批撤销。',
    act: '导入监管对象',
    to: '/subjects/import',
  },
  rating: {
    title: '信用评价',
    why: '按规则包给全部监管对象评分定级，每一分都能查到来源。',
    act: '开展信用评价',
    to: '/ratings',
  },
  plan: {
    title: '年度计划',
    why: '按等级和类型确定抽查比例，公开抽取对象和执法人员。',
    act: '制定年度计划',
    to: '/plans',
  },
};

type SetupGuideProps = {
  readonly setup: readonly Step[] /** Nothing has been entered at all. */;
  readonly empty: boolean;
};

/** From an empty store to the first plan, in five steps; the next one has the one filled button. */
export function SetupGuide({ setup, empty }: SetupGuideProps) {
  const next = setup.find((step) => !step.done);
  const untouched = empty && setup.every((step) => !step.done);
  const done = setup.filter((step) => step.done).length;
  return (
    <>
      <Section title="开始使用" hint={`已完成 ${done} / ${setup.length} 步`} flush>
        <ol className={css.steps}>
          {setup.map((step, at) => {
            const { title, why, act, to } = STEPS[step.key];
            return (
              <li key={step.key} className={css.step} aria-current={step === next ? 'step' : undefined}>
                <span
                  className={`${css.badge} ${step.done ? css.done : ''} ${step === next ? css.now : ''}`}
                  aria-hidden
                >
                  {step.done ? <IconCheck size={14} stroke={2} /> : at + 1}
                </span>
                <span className={css.words}>
                  <span className={css.title}>{title}</span>
                  <span className={css.why}>{why}</span>
                </span>
                {step.done ? (
                  <span className={css.state}>已完成</span>
                ) : (
                  <Button component={Link} to={to} variant={step === next ? 'filled' : 'default'}>
                    {act}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      </Section>
      {untouched ? <SampleOffer /> : null}
    </>
  );
}
