import { ratingRunModeLabels } from '#shared/domain/rating/run-state';
import type { RouteOutput } from '#shared/ipc/contract';
import { formatZh } from '#shared/kernel/dates';
import type { StateTone } from '../../components/pill';
import { thousands } from '../../components/words';

export type Run = RouteOutput<'rating.list-batches'>['rows'][number];
export type RunFile = RouteOutput<'rating.get-batch'>;
export type Mover = RunFile['moves'][number];
/** What the run is called: by its subject when it is one, else by its kind; the day tells runs apart. */
export const runTitle = ({ mode, subjectName, asOf }: Pick<Run, 'mode' | 'subjectName' | 'asOf'>): string =>
  `${mode === 'single' && subjectName !== null ? subjectName : ratingRunModeLabels[mode]}（基准日 ${formatZh(asOf)}）`;

type Figures = Pick<Run, 'checked' | 'rated' | 'firstRated' | 'moved' | 'withoutPack'>;

export type Figure = { readonly label: string; readonly count: number; readonly note: string };

/** The figures of a run, widest first. */
export function runFigures({ checked, rated, firstRated, moved, withoutPack }: Figures): readonly Figure[] {
  const same = Math.max(0, checked - rated - withoutPack);
  return [
    {
      label: '核对',
      count: checked,
      note: withoutPack > 0 ? `其中 ${thousands(withoutPack)} 户没有适用的规则包` : '都有适用的规则包',
    },
    { label: '重新评价', count: rated, note: same > 0 ? `其余 ${thousands(same)} 户结果不变` : '没有结果不变的' },
    { label: '等级变动', count: moved, note: '与上一次已审定的评价相比' },
    { label: '首次评价', count: firstRated, note: '以前没有已审定的评价' },
  ];
}

export type Publication = { readonly label: string; readonly tone: StateTone; readonly detail: string };

/** Null while nothing was published. */
export function publicationOf(
  run: Pick<Run, 'publishedOn' | 'publishedWhere' | 'unpublishedOn' | 'unpublishedReason'>,
): Publication | null {
  if (run.publishedOn === null) return null;
  const where = run.publishedWhere ? `在${run.publishedWhere}公示` : '公示';
  if (run.unpublishedOn === null) return { label: '已公示', tone: 'done', detail: `自 ${run.publishedOn} ${where}` };
  return {
    label: '已停止公示',
    tone: 'off',
    detail: `${run.publishedOn} 至 ${run.unpublishedOn} ${where}；停止原因：${run.unpublishedReason ?? '未填写'}`,
  };
}

/** @example firstCause(causes) // '新增记录…，减 15 分（共 3 项原因）' */
export function firstCause(causes: Mover['causes']): string {
  const [first] = causes;
  if (!first) return '';
  return causes.length > 1 ? `${first.sentence}（共 ${causes.length} 项原因）` : first.sentence;
}
