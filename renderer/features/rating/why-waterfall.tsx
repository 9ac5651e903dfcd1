import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBands } from '../../components/grade-bands';
import { Section } from '../../components/section';
import { Waterfall } from '../../components/waterfall';
import { edgesAround } from './grade-edges';
import { lineId } from './line-id';
import type { WhyView } from './rating-words';

/** From the base to the score; lines that neither counted a record nor moved the score are one button away. */
export function WhyWaterfall({ why }: { readonly why: WhyView }) {
  const { nameOf } = useBands();
  const [all, setAll] = useState(false);
  const { lines } = why;
  const base = lines.filter(({ kind }) => kind === 'base');
  const others = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.kind !== 'base');
  const telling = others.filter(({ line }) => line.pointsThousandths !== 0 || line.facts.length > 0);
  const shown = all ? others : telling;
  const silent = others.length - telling.length;
  return (
    <Section
      title="得分怎样来的"
      hint="从上到下逐项累计；点开一项看依据和来源"
      actions={
        silent > 0 ? (
          <Button variant="subtle" size="xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `收起没有计分的 ${silent} 项` : `显示没有计分的 ${silent} 项`}
          </Button>
        ) : null
      }
    >
      <Waterfall
        base={{
          label: base[0]?.label ?? '起点',
          value: base.reduce((sum, { pointsThousandths }) => sum + pointsThousandths, 0),
        }}
        lines={shown.map(({ line, at }) => ({
          id: lineId(line, at),
          label: line.kind === 'limit' ? `${line.label}（限额）` : line.label,
          delta: line.pointsThousandths,
          onOpen: () => document.getElementById(lineId(line, at))?.focus(),
        }))}
        total={{ label: '得分', value: why.scoreThousandths }}
        thresholds={edgesAround(why).map(({ at, gradeCode, side }) => ({ label: nameOf(gradeCode), at, side }))}
      />
    </Section>
  );
}
