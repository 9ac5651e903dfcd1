import type { Grade, RatingPack } from '#shared/domain/rating/pack';
import { Facts } from '../../components/facts';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { bestFirst, lookOf } from './grade-look';
import { intervalWords } from './leaf-words';
import { NotVerified } from './notice-bar';
import css from './pack.module.css';
import { RuleGround } from './rule-ground';

type Measure = Grade['entails']['measures'][number];
type ViewProps = { readonly pack: RatingPack };

/** Every grade, the best first, with all that it brings. */
export function GradeView({ pack }: ViewProps) {
  return (
    <>
      {bestFirst(pack).map((grade) => (
        <Section
          key={grade.code}
          title={grade.name}
          hint={
            <span className={css.gradeHint}>
              <GradePill code={grade.code} band={lookOf(grade)} />
              {intervalWords(grade, '分')}　{grade.meaning}
            </span>
          }
        >
          <Facts columns={2} items={factsOf(grade, pack)} />
          <RuleGround pack={pack} rule={grade} />
        </Section>
      ))}
    </>
  );
}

function factsOf(grade: Grade, pack: RatingPack) {
  const { sampling, inspectionKinds, measures, incentives, entitlements = [], warningLetter } = grade.entails;
  return [
    { label: '检查方式', value: inspectionKinds.join('、') || '没有规定', wide: true },
    {
      label: '抽查',
      value: (
        <>
          {[
            ...(sampling.ratioPercent === null ? [] : [`抽查比例 ${sampling.ratioPercent}%`]),
            ...(sampling.visitsPerYear === null ? [] : [`每年 ${sampling.visitsPerYear} 次`]),
            sampling.text,
          ].join('；')}
          <RuleGround pack={pack} rule={sampling} />
        </>
      ),
      wide: true,
    },
    { label: '监管措施', value: measureList(measures), wide: true },
    { label: '激励措施', value: measureList(incentives), wide: true },
    ...(entitlements.length > 0
      ? [
          {
            label: '权益',
            value: (
              <ul className={css.sentences}>
                {entitlements.map(({ name, amount, unit, text, verified }) => (
                  <li key={name}>
                    {name}
                    {amount === null ? '' : ` ${amount} ${unit ?? ''}`}：{text}
                    {verified ? null : <NotVerified />}
                  </li>
                ))}
              </ul>
            ),
            wide: true,
          },
        ]
      : []),
    ...(warningLetter === null
      ? []
      : [{ label: '警示函', value: <blockquote className={css.letter}>{warningLetter}</blockquote>, wide: true }]),
  ];
}

function measureList(measures: readonly Measure[]) {
  if (measures.length === 0) return '没有规定';
  return (
    <ul className={css.sentences}>
      {measures.map(({ text, verified }) => (
        <li key={text}>
          {text}
          {verified ? null : <NotVerified />}
        </li>
      ))}
    </ul>
  );
}
