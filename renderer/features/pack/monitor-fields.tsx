import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Monitor } from '#shared/domain/rating/leaf';
import { SelectAt, TextAt, WordsAt } from './bound-fields';
import { CutInput } from './cut-input';
import { useAt } from './draft-context';
import css from './editor.module.css';
import { type Cut, cutOf, type Edges, lowerCutOf } from './intervals';
import { ListFrame } from './list-frame';
import { warnLabels } from './warn-mark';

const colours = Object.entries(warnLabels).map(([value, label]) => ({ value, label }));

/** Thresholds of an observation point, each with its colour and its words. */
export function MonitorAt({ at }: { readonly at: string }) {
  const { value, replace } = useAt<Monitor>(at);
  if (value === undefined)
    return (
      <fieldset className={css.list}>
        <legend>监测预警</legend>
        <div className={css.line}>
          <span className={css.quiet}>没有预警线</span>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} stroke={1.5} />}
            onClick={() => replace({ thresholds: [{ from: 1, colour: 'yellow', text: '请关注' }] })}
          >
            增加预警线
          </Button>
        </div>
      </fieldset>
    );
  return (
    <>
      <ListFrame
        at={`${at}.thresholds`}
        title="监测预警"
        hint="自上而下，用第一条符合的"
        add="增加一条预警线"
        least={1}
        entry={(index) => `第 ${index + 1} 条预警线`}
        blank={() => ({ from: 1, colour: 'yellow', text: '请关注' })}
      >
        {(place) => (
          <>
            <div className={css.row}>
              <SelectAt at={`${place}.colour`} label="颜色" required options={colours} />
              <TextAt at={`${place}.text`} label="提示文字" required />
            </div>
            <EdgesAt at={place} />
            <WordsAt at={`${place}.values`} label="或者取值为" placeholder="数值不适用时，逐个填写" />
          </>
        )}
      </ListFrame>
      <div className={css.row}>
        <TextAt at={`${at}.unit`} label="单位" placeholder="例如：件" />
        <div className={css.atFoot}>
          <Button size="xs" variant="default" onClick={() => replace(undefined)}>
            不要预警线
          </Button>
        </div>
      </div>
    </>
  );
}

/** Both ends of an interval that need not meet another. */
function EdgesAt({ at }: { readonly at: string }) {
  const { value, set, error } = useAt<Edges>(at);
  const edges = value ?? {};
  const lower = lowerCutOf(edges);
  const upper = cutOf(edges);
  const put = (low: Cut, high: Cut) => {
    const { from: _f, above: _a, to: _t, below: _b, ...rest } = edges;
    set({
      ...rest,
      ...(low.value === undefined ? {} : { [low.kind === 'below' ? 'from' : 'above']: low.value }),
      ...(high.value === undefined ? {} : { [high.kind]: high.value }),
    });
  };
  return (
    <div className={css.row}>
      <CutInput label="数值下限" side="lower" cut={lower} onChange={(cut) => put(cut, upper)} />
      <CutInput label="数值上限" side="upper" cut={upper} onChange={(cut) => put(lower, cut)} />
      {error ? <p className={css.error}>{error}</p> : null}
    </div>
  );
}
