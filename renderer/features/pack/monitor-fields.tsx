import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Monitor, Read } from '#shared/domain/rating/leaf';
import { ManyAt, SelectAt, TextAt } from './bound-fields';
import { CutInput } from './cut-input';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { type Cut, cutOf, type Edges, lowerCutOf } from './intervals';
import { readField } from './leaf-words';
import { ListFrame } from './list-frame';
import { warnLabels } from './warn-mark';

const colours = Object.entries(warnLabels).map(([value, label]) => ({ value, label }));

type MonitorAtProps = { readonly at: string; readonly read: Read };

/** Thresholds of an observation point, each with its colour and its words. */
export function MonitorAt({ at, read }: MonitorAtProps) {
  const { value, replace } = useAt<Monitor>(at);
  const { catalogue } = useDraftScope();
  const choices = readField(read, catalogue)?.choices ?? [];
  const first = choices[0];
  const blank = () => ({
    ...(first === undefined ? { from: 1 } : { values: [first.code] }),
    colour: 'yellow',
    text: '请关注',
  });
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
            onClick={() => replace({ thresholds: [blank()] })}
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
        blank={blank}
      >
        {(place) => (
          <>
            <div className={css.row}>
              <SelectAt at={`${place}.colour`} label="颜色" required options={colours} />
              <TextAt at={`${place}.text`} label="提示文字" required />
            </div>
            {first === undefined ? (
              <EdgesAt at={place} />
            ) : (
              <ManyAt
                at={`${place}.values`}
                label="取值为"
                required
                keep={false}
                options={choices.map(({ code, label }) => ({ value: code, label }))}
              />
            )}
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
