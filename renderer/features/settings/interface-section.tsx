import { SegmentedControl } from '@mantine/core';
import { useAction, useRoute } from '../../api/queries';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { KeyHint } from '../../components/text';
import css from './interface-section.module.css';

const PERCENTS = [100, 110, 125, 150, 175, 200] as const;

const KEYS = [
  ['Ctrl+K', '搜索主体、页面'],
  ['Ctrl+B', '收起或展开导航'],
  ['/', '在列表中筛选'],
  ['Enter', '打开选中的行'],
  ['Ctrl+C', '复制选中的行，可粘贴到 Excel'],
  ['Ctrl+Enter', '提交表单'],
  ['Esc', '关闭侧栏或对话框'],
] as const;

/** How large everything is, and the keys that work everywhere. */
export function InterfaceSection() {
  const info = useRoute('shell.info', {});
  // The shell announces nothing; what it answers now is asked again.
  const zoom = useAction('shell.set-zoom', { onDone: () => void info.refetch() });
  if (info.error) return <QueryError error={info.error} />;
  if (!info.data) return <Loading />;
  const percent = info.data.zoomPercent;
  return (
    <>
      <Section title="显示大小">
        <p className={css.words}>文字和按钮一起放大；关闭程序后仍然保留。</p>
        <SegmentedControl
          aria-label="显示大小"
          value={String(percent)}
          data={[...new Set([...PERCENTS, percent])]
            .sort((a, b) => a - b)
            .map((value) => ({ value: String(value), label: `${value} %` }))}
          onChange={(value) => void zoom.run({ percent: Number(value) })}
        />
      </Section>
      <Section title="键盘" flush>
        <dl className={css.keys}>
          {KEYS.map(([keys, words]) => (
            <div key={keys} className={css.key}>
              <dt>
                <KeyHint keys={keys} />
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
