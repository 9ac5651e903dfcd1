import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import css from './review.module.css';
import type { ReviewFile } from './review-words';

type OpenEnd = ReviewFile['openEnds'][number];

/** What the disposition still asks for; when nothing does, the disposal can be closed. */
export function OpenEnds({ file, onClose }: { readonly file: ReviewFile; readonly onClose: () => void }) {
  const must = file.openEnds.filter(({ optional }) => !optional);
  return (
    <Section title="后续处置" {...(must.length > 0 ? { count: must.length } : {})}>
      <div className={css.stack}>
        {file.openEnds.map((end) => {
          const { to, label } = stepOf(end, file);
          return (
            <div key={`${end.code} ${end.text}`} className={css.end}>
              <span>{end.text}</span>
              <Button variant="default" size="xs" component={Link} to={to}>
                {label}
              </Button>
            </div>
          );
        })}
        {file.disposalClosedOn ? (
          <p className={css.summary}>
            已于 {file.disposalClosedOn} 完结。{file.disposalNote}
          </p>
        ) : must.length === 0 ? (
          <div className={css.end}>
            <span>没有未办的事项。</span>
            <Button onClick={onClose}>登记完结</Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function stepOf(end: OpenEnd, file: ReviewFile): { readonly to: string; readonly label: string } {
  if (end.target?.noun === 'rectification') return { to: `/rectifications/${end.target.id}`, label: '查看整改' };
  if (end.target?.noun === 'letter') return { to: `/letters/${end.target.id}`, label: '打开函件' };
  if (end.code === 'order')
    return { to: `/rectifications/new?inspection=${file.inspectionId}`, label: '开具责令改正通知书' };
  const kind = end.code === 'transfer' ? 'transfer' : 'copy';
  return {
    to: `/letters/new?inspection=${file.inspectionId}&kind=${kind}`,
    label: kind === 'transfer' ? '制作移送函' : '制作抄告函',
  };
}
