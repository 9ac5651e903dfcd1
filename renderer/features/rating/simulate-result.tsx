import type { ReactNode } from 'react';
import { formatPoints } from '#shared/kernel/decimal';
import { useToday } from '../../api/today';
import { useBands } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import { DateText, PointsText } from '../../components/text';
import type { Simulation } from './rating-words';
import css from './simulate.module.css';

type SimulateResultProps = { readonly simulation: Simulation; readonly waiting: boolean };

/** Now, by the plain course of time, and under the suppositions, side by side with the differences. */
export function SimulateResult({ simulation, waiting }: SimulateResultProps) {
  const { bandOf } = useBands();
  const { current, plain, asOf, scoreThousandths, grade } = simulation;
  const today = useToday();
  const day = asOf === today ? '今天' : `到 ${asOf}`;
  const pill = (code: string) => <GradePill code={code} band={bandOf(code)} size="large" />;
  return (
    <section className={css.results} aria-label="模拟结果" aria-live="polite" aria-busy={waiting}>
      <Result
        label="现行评价"
        note={
          current ? (
            <>
              基准日 <DateText date={current.asOf} />
            </>
          ) : (
            '还没有生效的评价'
          )
        }
      >
        {current ? (
          <>
            {pill(current.gradeCode)}
            <span className={css.score}>{formatPoints(current.scoreThousandths)} 分</span>
          </>
        ) : (
          <GradePill code={null} size="large" />
        )}
      </Result>
      <Result
        label={`${day}，什么也不做`}
        note={
          current ? (
            <Difference of={plain.scoreThousandths - current.scoreThousandths} than="现行评价" />
          ) : (
            '只随时间变化'
          )
        }
      >
        {pill(plain.gradeCode)}
        <span className={css.score}>{formatPoints(plain.scoreThousandths)} 分</span>
      </Result>
      <Result
        label={`${day}，假设都做到`}
        main
        note={
          <>
            <Difference of={scoreThousandths - plain.scoreThousandths} than="什么也不做" />
            {current ? <Difference of={scoreThousandths - current.scoreThousandths} than="现行评价" /> : null}
          </>
        }
      >
        <GradePill
          code={grade.code}
          band={{ name: grade.name, symbol: grade.symbol, color: grade.colour }}
          size="large"
        />
        <span className={css.score}>{formatPoints(scoreThousandths)} 分</span>
      </Result>
    </section>
  );
}

type ResultProps = {
  readonly label: string;
  readonly note: ReactNode;
  readonly main?: boolean;
  readonly children: ReactNode;
};

function Result({ label, note, main = false, children }: ResultProps) {
  return (
    <div className={css.result} data-main={main || undefined}>
      <span className={css.label}>{label}</span>
      <span className={css.value}>{children}</span>
      <span className={css.note}>{note}</span>
    </div>
  );
}

function Difference({ of, than }: { readonly of: number; readonly than: string }) {
  return (
    <span>
      {of === 0 ? (
        `与${than}得分相同`
      ) : (
        <>
          比{than} <PointsText value={of} signed /> 分
        </>
      )}
    </span>
  );
}
