import { IconCheck, IconDatabase, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { clock, moment } from '../../components/words';
import css from './status-line.module.css';

/** Always true: saved at, last good backup, chain verified, today's date, real or practice store. */
export function StatusLine({ practice }: { readonly practice: boolean }) {
  const store = useRoute('store.status', {}).data;
  const today = useRoute('today.get', {}).data;
  const verified = store?.lastVerified ?? null;
  return (
    <footer className={css.line}>
      {store ? (
        <>
          <span className={css.item}>
            <IconCheck size={14} stroke={1.5} aria-hidden />
            {store.savedAt ? `已保存 ${clock(store.savedAt)}` : '还没有记录'}
          </span>
          <span className={`${css.item} ${store.lastBackup ? '' : css.wait}`}>
            <IconDatabase size={14} stroke={1.5} aria-hidden />
            {store.lastBackup ? `最近备份 ${moment(store.lastBackup.madeAt)}` : '还没有备份'}
          </span>
          {verified && !verified.ok ? (
            <Link to="/settings/store" className={`${css.item} ${css.bad}`}>
              <IconShieldX size={14} stroke={1.5} aria-hidden />
              留痕核验未通过：{verified.message}
            </Link>
          ) : (
            <span className={css.item}>
              <IconShieldCheck size={14} stroke={1.5} aria-hidden className={verified ? css.ok : undefined} />
              {verified ? `留痕已核验 ${moment(verified.at)}` : '留痕尚未核验'}
            </span>
          )}
        </>
      ) : (
        <span>正在打开数据库</span>
      )}
      {today ? <span>数据截至 {today.date}</span> : null}
      <span className={practice ? `${css.store} ${css.practice}` : css.store}>
        {practice ? '练习库，内容不作办案依据' : '正式库'}
      </span>
    </footer>
  );
}
