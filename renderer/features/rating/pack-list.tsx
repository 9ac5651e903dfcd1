import { useRoute } from '../../api/queries';
import css from './rating.module.css';
import { kindWords } from './rating-words';

/** The packs in force today and for whom; nothing while that is not known. */
export function PackList() {
  const packs = useRoute('pack.list', {}).data?.packs.filter(({ inForceFor }) => inForceFor.length > 0) ?? [];
  if (packs.length === 0) return null;
  return (
    <div>
      <h3 className={css.small}>今天生效的规则包</h3>
      <ul className={css.packs}>
        {packs.map((pack) => (
          <li key={`${pack.packId} ${pack.version}`} className={css.pack}>
            <span>
              {pack.title} 第 {pack.version} 版
            </span>
            <span className={css.packDetail}>
              用于{pack.inForceFor.map(kindWords).join('、')}
              {pack.unverified > 0 ? `　${pack.unverified} 项规则未经官方文本核实` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
