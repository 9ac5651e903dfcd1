import { Link } from 'react-router-dom';
import css from './open-ends.module.css';
import { entryPath, type SubjectFile } from './subject-words';

/** What has begun and is not finished, oldest first; each opens its record. */
export function OpenEnds({ file }: { readonly file: SubjectFile }) {
  const open = file.timeline.filter((entry) => entry.open).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (open.length === 0) return <p className={css.none}>没有未结事项。</p>;
  return (
    <ul className={css.list}>
      {open.map((entry) => {
        const path = entryPath(entry, file.id);
        return (
          <li key={entry.id} className={css.entry} data-tone={entry.tone}>
            {path ? <Link to={path}>{entry.title}</Link> : entry.title}
            <span className={css.detail} title={entry.detail}>
              {entry.on}　{entry.detail}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
