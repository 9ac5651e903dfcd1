import { Facts } from '../../components/facts';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { ErrorPanel } from '../../components/state-panels';
import { HashText } from '../../components/text';
import { thousands } from '../../components/words';
import type { Verified } from './store-words';

/** What the whole check found; the first thing that does not fit is named. */
export function VerifyResult({ result }: { readonly result: Verified }) {
  const { problem } = result;
  if (problem)
    return (
      <ErrorPanel
        what={`核验未通过：${problem.message}`}
        kept="程序没有改动任何数据；现有文件和备份都原样保留。"
        todo={`不要继续录入。记下${problem.seq === null ? '' : `第 ${problem.seq} 号操作记录`}${
          problem.record ? `（${problem.record}）` : ''
        }，把数据文件夹整个复制保存，再与最近的备份比对。`}
      />
    );
  return (
    <Section title="核验结果" actions={<StatePill label="已通过" tone="done" />}>
      <Facts
        items={[
          { label: '操作记录', value: `${thousands(result.entries)} 条，首尾相连` },
          { label: '数据', value: `${thousands(result.rows)} 行，与记录相符` },
          { label: '附件', value: `${thousands(result.attachments)} 个，校验值相符` },
          { label: '记录链末端校验值', value: <HashText hash={result.head} />, wide: true },
        ]}
      />
    </Section>
  );
}
