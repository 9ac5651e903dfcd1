import { KeyHint } from '../../components/text';
import css from './site.module.css';
import type { StepKey } from './work-steps';

const ALWAYS = [
  ['Ctrl+1', '至 5 各步骤'],
  ['F8', '下一未答项'],
  ['F9', '离场核对'],
] as const;
const HERE: Readonly<Record<StepKey, readonly (readonly [string, string])[]>> = {
  arrive: [
    ['Tab', '下一栏'],
    ['Enter', '按下'],
  ],
  checklist: [
    ['1', '至 4 作答'],
    ['Enter', '下一项'],
    ['↑', '上一项'],
    ['.', '常用语'],
    ['F2', '备注'],
    ['F4', '照片'],
  ],
  record: [
    ['F3', '常用语'],
    ['Tab', '下一栏'],
  ],
  sign: [
    ['Tab', '下一人'],
    ['Enter', '按下'],
  ],
  leave: [
    ['Tab', '下一行'],
    ['Enter', '去处理'],
    ['Ctrl+Enter', '办结检查'],
  ],
};

/** The keys of the step in hand, always in sight: nobody has to remember them. */
export function KeyLegend({ step }: { readonly step: StepKey }) {
  return (
    <ul className={css.legend} aria-label="按键" data-print="hide">
      {[...HERE[step], ...ALWAYS].map(([keys, words]) => (
        <li key={`${keys} ${words}`}>
          <KeyHint keys={keys} /> {words}
        </li>
      ))}
    </ul>
  );
}
