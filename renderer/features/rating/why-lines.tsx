import { Unverified } from '../../components/law-side';
import { Section } from '../../components/section';
import { PointsText } from '../../components/text';
import { FactList } from './fact-list';
import { lineId } from './line-id';
import type { WhyLine, WhyView } from './rating-words';
import css from './why.module.css';

/** The lines of the waterfall as sentences, with the running total, the basis and the records. */
export function WhyLines({ why, subjectId }: { readonly why: WhyView; readonly subjectId: string }) {
  const groups = Map.groupBy(
    why.lines.map((line, at) => ({ line, at })),
    ({ line }) => line.path.join(' › '),
  );
  // A remark on the whole pack stands above already.
  const said = new Set(why.warnings);
  return (
    <Section title="逐项说明" count={why.lines.length} flush>
      <div className={css.columns} aria-hidden>
        <span>计分项、依据和来源</span>
        <span className={css.number}>加减分</span>
        <span className={css.number}>累计</span>
      </div>
      {[...groups].map(([path, entries]) => (
        <section key={path} aria-label={path || '起始'}>
          {path === '' ? null : <h3 className={css.group}>{path}</h3>}
          <ol className={css.lines}>
            {entries.map(({ line, at }) => (
              <Line
                key={lineId(line, at)}
                id={lineId(line, at)}
                line={line}
                subjectId={subjectId}
                remark={line.note !== null && !said.has(line.note) ? line.note : null}
              />
            ))}
          </ol>
        </section>
      ))}
    </Section>
  );
}

type LineProps = {
  readonly id: string;
  readonly line: WhyLine;
  readonly subjectId: string;
  readonly remark: string | null;
};

function Line({ id, line, subjectId, remark }: LineProps) {
  return (
    <li id={id} className={`${css.line} ${css.row}`} tabIndex={-1}>
      <div>
        <p>{line.sentence}</p>
        <p className={css.basis}>
          {line.basis}
          {line.verified ? null : <Unverified />}
        </p>
        {remark ? <p className={css.basis}>说明：{remark}</p> : null}
        <FactList facts={line.facts} subjectId={subjectId} />
      </div>
      <span className={css.number}>
        <PointsText value={line.pointsThousandths} signed={line.kind !== 'base'} />
      </span>
      <span className={css.number}>
        <PointsText value={line.runningThousandths} />
      </span>
    </li>
  );
}
