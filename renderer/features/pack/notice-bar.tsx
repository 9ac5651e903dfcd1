import { IconAlertTriangle } from '@tabler/icons-react';
import css from './pack.module.css';
import type { PackRow } from './pack-words';

type NoticeBarProps = {
  readonly pack: Pick<PackRow, 'notice' | 'status' | 'unverified'>;
  /** Only the first sentence of a long notice, where the page is about something else. */
  readonly short?: boolean;
};

/** Sample weights and unverified figures are said before anything else is read. */
export function NoticeBar({ pack, short = false }: NoticeBarProps) {
  const notice = pack.notice && (short ? pack.notice.replace(/。[\s\S]*$/, '') : pack.notice.replace(/[。；]$/, ''));
  const words = [
    ...(notice ? [notice] : pack.status === 'sample' ? ['样例权重，由本局自行设定'] : []),
    ...(pack.unverified > 0 ? [`${pack.unverified} 处规则未与官方文本核对，逐处标有“未核实”`] : []),
  ];
  if (words.length === 0) return null;
  return (
    <section className={css.notice} aria-label="使用前须知">
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <p>{words.join('；')}。</p>
    </section>
  );
}

/** A rule whose figures were not checked against the official text. */
export function NotVerified() {
  return <span className={css.unverified}>未核实</span>;
}
