import { formatPoints, type Thousandths } from '../../kernel/decimal';
import { toThousandths } from '../catalogue/thousandths';
import { edgesOf } from './interval';
import type { Grade, RatingPack } from './pack';
import type { RatingResult } from './rate';

/** The way to a neighbouring grade: the smallest change of the score, in thousandths, that reaches it. */
export type Distance = {
  readonly gradeCode: string;
  readonly distance: Thousandths;
  readonly sentence: string;
};

/** The next better and the next worse grade; null at the ends of the scale. */
export function distances(
  pack: RatingPack,
  result: RatingResult,
): { readonly up: Distance | null; readonly down: Distance | null } {
  const index = pack.grades.findIndex((grade) => grade.code === result.gradeCode);
  const step = pack.better === 'higher' ? 1 : -1;
  const better = pack.grades[index + step];
  const worse = pack.grades[index - step];
  return {
    up: better === undefined ? null : upward(pack, result, better),
    down: worse === undefined ? null : towards(pack, result, worse, '降'),
  };
}

function upward(pack: RatingPack, result: RatingResult, better: Grade): Distance {
  const blocking = result.trace.vetoes.filter((veto) => isWorse(pack, veto.ceiling, better.code));
  const names = blocking.map((veto) => `“${veto.name}”`).join('、');
  if (result.gradeCode !== result.trace.bandGradeCode) {
    const sentence = `得分已达${nameOf(pack, result.trace.bandGradeCode)}，否决项${names}解除后等级才能上升`;
    return { gradeCode: better.code, distance: 0, sentence };
  }
  const byScore = towards(pack, result, better, '升');
  if (blocking.length === 0) return byScore;
  return { ...byScore, sentence: `${byScore.sentence}，并须先解除否决项${names}` };
}

function isWorse(pack: RatingPack, code: string, than: string): boolean {
  const rank = (one: string) => pack.grades.findIndex((grade) => grade.code === one);
  return pack.better === 'higher' ? rank(code) < rank(than) : rank(code) > rank(than);
}

function towards(pack: RatingPack, result: RatingResult, grade: Grade, verb: '升' | '降'): Distance {
  const rising = (verb === '升') === (pack.better === 'higher');
  const { low, high } = edgesOf(grade);
  const reach = rising ? low : high;
  const distance =
    reach === null ? 0 : Math.max(0, rising ? reach - result.scoreThousandths : result.scoreThousandths - reach);
  const open = rising ? grade.above : grade.below;
  const edge = toThousandths(open ?? (rising ? grade.from : grade.to) ?? 0) ?? 0;
  const gap = formatPoints(Math.abs(edge - result.scoreThousandths));
  const crossing = rising ? (open === undefined ? '达到' : '超过') : open === undefined ? '降到' : '低于';
  const rest = gap === '0' ? `现恰为 ${formatPoints(edge)} 分` : verb === '升' ? `还差 ${gap} 分` : `现距此 ${gap} 分`;
  return {
    gradeCode: grade.code,
    distance,
    sentence: `${crossing} ${formatPoints(edge)} 分${verb}为${spaced(grade.name)}，${rest}`,
  };
}

/** How the pack calls a grade, set off from what stands before it when it begins with a letter. */
export function nameOf(pack: RatingPack, code: string): string {
  return spaced(pack.grades.find((grade) => grade.code === code)?.name ?? `${code} 级`);
}

const spaced = (name: string): string => (/^[A-Za-z0-9]/.test(name) ? ` ${name}` : name);
