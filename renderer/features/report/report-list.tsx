import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import css from './report.module.css';
import { ReportExport } from './report-export';
import { type Report, recordNoun, recordPlaces, reportGroupLabels, reportGroups } from './report-words';

/** What can be exported, by kind, each with what it is for. */
export function ReportList() {
  const list = useRoute('report.list', {});
  if (list.error) return <QueryError error={list.error} />;
  if (!list.data) return <Loading label="正在读取文书目录" />;
  const { reports } = list.data;
  return (
    <div className={css.groups}>
      {reportGroups.map((group) => {
        const own = reports.filter((report) => report.group === group);
        if (own.length === 0) return null;
        const { title, hint } = reportGroupLabels[group];
        return (
          <Section key={group} title={title} count={own.length} hint={hint} flush>
            <ul className={css.reports}>
              {own.map((report) => (
                <li key={report.id} className={css.report}>
                  <div>
                    <h3 className={css.title}>{report.title}</h3>
                    <p className={css.what}>{report.description}</p>
                  </div>
                  <Act report={report} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

function Act({ report }: { readonly report: Report }) {
  const noun = recordNoun(report);
  if (noun === null) return <ReportExport report={report} />;
  const { path, words } = recordPlaces[noun];
  return (
    <Link to={path} aria-label={`${report.title}：${words}`}>
      {words}
    </Link>
  );
}
