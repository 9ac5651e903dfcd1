import { IconArrowsDiff } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import css from './pack.module.css';
import { type Difference, type PackFile, packLink, packOf } from './pack-words';

const partLabels: Record<Difference['part'], string> = {
  head: '基本信息',
  basis: '依据库',
  node: '指标',
  veto: '否决项',
  grade: '等级与应用',
  limit: '数据时效',
  case: '验证用例',
};
const changeLabels: Record<Difference['change'], string> = { added: '增加', removed: '删去', changed: '修改' };
const signs: Record<Difference['change'], string> = { added: '+', removed: '−', changed: '≠' };

/** What the office says it changed, and what was found to differ. */
export function DifferenceView({ file }: { readonly file: PackFile }) {
  if (file.extends === null) return <EmptyState icon={IconArrowsDiff} sentence="这个规则包没有基础包，无从比较。" />;
  const declared = packOf(file.content).extends?.changes ?? file.declaredChanges;
  const groups = Map.groupBy(file.differences, ({ part }) => part);
  return (
    <>
      <Section
        title="自己说明的改动"
        count={declared.length}
        hint={
          <Link to={packLink(file.extends)}>
            基础包：{file.extends.packId} 第 {file.extends.version} 版
          </Link>
        }
      >
        {declared.length === 0 ? (
          <p className={css.quiet}>没有说明改了什么。</p>
        ) : (
          <ol className={css.sentences}>
            {declared.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ol>
        )}
      </Section>
      <Section title="逐项比对的差异" count={file.differences.length} hint="由程序比对得出" flush>
        {file.differences.length === 0 ? (
          <EmptyState
            compact
            sentence={file.check.problems.length > 0 ? '规则有问题，改正后才能比对。' : '与基础包逐项一致。'}
          />
        ) : (
          [...groups].map(([part, differences]) => (
            <section key={part} aria-label={partLabels[part]}>
              <h3 className={css.groupTitle}>{partLabels[part]}</h3>
              <ul className={css.rows}>
                {differences.map(({ change, label, sentence }) => (
                  <li key={`${change} ${label} ${sentence}`} className={css.difference}>
                    <span className={css.sign}>
                      <span aria-hidden>{signs[change]}</span>
                      {changeLabels[change]}
                    </span>
                    <div>
                      <p>{sentence}</p>
                      {label && !sentence.includes(label) ? <p className={css.small}>{label}</p> : null}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
      </Section>
    </>
  );
}
