import { useBands } from './grade-bands';
import css from './rating.module.css';
import { kindWords } from './rating-words';

/** The packs in force and for whom. */
export function PackList() {
  const { packs } = useBands();
  return (
    <div>
      <h3 className={css.small}>使用的规则包</h3>
      <ul className={css.packs}>
        {packs.map((pack) => (
          <li key={`${pack.id} ${pack.version}`} className={css.pack}>
            <span>
              {pack.title} 第 {pack.version} 版
            </span>
            <span className={css.packDetail}>
              用于{pack.subjectKinds.map(kindWords).join('、')}
              {pack.unverified > 0 ? `　${pack.unverified} 项规则未经官方文本核实` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
