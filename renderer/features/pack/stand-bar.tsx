import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import css from './pack.module.css';
import { type PackFile, packLink } from './pack-words';

/** May this version be put in force at all? */
export const isSound = ({ check }: Pick<PackFile, 'check'>): boolean =>
  check.problems.length === 0 && check.cases.every(({ passed }) => passed);

/** What stands in the way of the next step, or waits for somebody. */
export function StandBar({ file }: { readonly file: PackFile }) {
  const failed = file.check.cases.filter(({ passed }) => !passed).length;
  const waiting = file.activations.filter(({ state }) => state === 'proposed');
  const blocked = [
    ...(file.check.problems.length > 0 ? [`规则有 ${file.check.problems.length} 处问题`] : []),
    ...(failed > 0 ? [`${failed} 个验证用例未通过`] : []),
  ];
  return (
    <>
      {blocked.length > 0 ? (
        <section className={css.notice} aria-label="不能启用">
          <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
          <p>
            {blocked.join('，')}，{file.state === 'draft' ? '改正后才能定稿' : '不能启用；请复制为新版本后改正'}。
          </p>
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section className={`${css.notice} ${css.calm}`} aria-label="待决定">
          <IconHourglass size={18} stroke={1.5} aria-hidden />
          <p>
            {waiting.map(({ proposedBy, from }) => `${proposedBy} 已申请自 ${from} 起启用`).join('；')}
            ，等待另一人决定。
            <Link to={`${packLink(file)}/activate`}>去决定</Link>
          </p>
        </section>
      ) : null}
    </>
  );
}
