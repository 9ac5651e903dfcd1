import { Link } from 'react-router-dom';
import { severityLabels } from '#shared/domain/inspection/codes';
import { itemStateLabels } from '#shared/domain/rectification/rectification';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import css from './inspection.module.css';
import { type PreviousProblem, severityTones } from './inspection-words';

type PreviousProblemsProps = {
  readonly problems: readonly PreviousProblem[];
  /** Goes to the question of this visit. */
  readonly onItem?: ((itemCode: string) => void) | undefined;
};

/** What went wrong at earlier visits, and whether it was put right. */
export function PreviousProblems({ problems, onItem }: PreviousProblemsProps) {
  return (
    <Section title="以往发现的问题" count={problems.length} flush={problems.length > 0}>
      {problems.length === 0 ? (
        <p className={css.none}>以往检查没有发现问题。</p>
      ) : (
        <ul className={css.past}>
          {problems.map((problem) => (
            <li className={css.pastRow} key={`${problem.inspectionId} ${problem.itemCode} ${problem.facts}`}>
              <div className={css.pastHead}>
                <Link to={`/inspections/${problem.inspectionId}`}>{problem.startedAt.slice(0, 10)}</Link>
                <StatePill label={severityLabels[problem.severity]} tone={severityTones[problem.severity]} />
                <Rectified state={problem.rectified} />
              </div>
              <p className={css.pastFacts}>{problem.facts}</p>
              {problem.itemCode && onItem ? <ItemLink itemCode={problem.itemCode} onItem={onItem} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Rectified({ state }: { readonly state: PreviousProblem['rectified'] }) {
  if (state === null) return <span>未责令改正</span>;
  const tone = { open: 'going', corrected: 'done', uncorrected: 'grave' } as const;
  return <StatePill label={itemStateLabels[state]} tone={tone[state]} />;
}

type ItemLinkProps = { readonly itemCode: string; readonly onItem: (itemCode: string) => void };

function ItemLink({ itemCode, onItem }: ItemLinkProps) {
  return (
    <button type="button" className={css.link} onClick={() => onItem(itemCode)}>
      查看项目 {itemCode}
    </button>
  );
}
