import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paperStateLabels } from '#shared/domain/paper/papers';
import { useExportDocument } from '../../api/export-document';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import css from './case.module.css';
import { type CaseFile, type CasePaper, paperTones } from './paper-words';

/** Each paper with how it stands, its number, and the two ways out. */
export function CasePapers({ file }: { readonly file: CaseFile }) {
  const waiting = file.papers.filter(({ state }) => state === 'to_make').length;
  return (
    <Section title="本次检查的文书" hint={waiting === 0 ? '没有待制作的文书' : `待制作 ${waiting} 种`} flush>
      <table className={css.papers}>
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">状态</th>
            <th scope="col">文号</th>
            <th scope="col">
              <span className={css.unseen}>查看和导出</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {file.papers.map((paper) => (
            <PaperRow key={`${paper.paper}${paper.ownerId ?? ''}`} paper={paper} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function PaperRow({ paper }: { readonly paper: CasePaper }) {
  const { run, busy } = useExportDocument();
  const { ownerId } = paper;
  return (
    <tr className={paper.state === 'not_needed' ? css.off : undefined}>
      <th scope="row">
        {paper.title}
        {paper.verified ? null : <span className={css.unverified}>未核实</span>}
        {paper.remark === '' ? null : <span className={css.remark}>{paper.remark}</span>}
      </th>
      <td>
        <StatePill label={paperStateLabels[paper.state]} tone={paperTones[paper.state]} />
      </td>
      <td className={css.no}>{paper.no || '—'}</td>
      <td className={css.buttons}>
        {ownerId === null ? null : (
          <>
            <Button
              size="xs"
              variant="default"
              component={Link}
              to={`/papers/view/${paper.paper}/${ownerId}`}
              aria-label={`查看和打印${paper.title}`}
            >
              查看打印
            </Button>
            <Button
              size="xs"
              variant="subtle"
              loading={busy}
              aria-label={`导出${paper.title}为 Excel`}
              onClick={() => void run(paper.paper, { id: ownerId })}
            >
              Excel…
            </Button>
            {paper.paper === 'interview-record' ? (
              <Button size="xs" variant="subtle" component={Link} to={`/papers/interviews/${ownerId}`}>
                打开
              </Button>
            ) : null}
          </>
        )}
      </td>
    </tr>
  );
}
