import type { StateTone } from '../../components/pill';
import { StatePill } from '../../components/pill';
import type { TreeNode } from './rating-words';

type Alert = NonNullable<TreeNode['alert']>;

const WORDS: Record<Alert['colour'], { readonly word: string; readonly tone: StateTone }> = {
  red: { word: '红色预警', tone: 'grave' },
  orange: { word: '橙色预警', tone: 'warn' },
  yellow: { word: '黄色预警', tone: 'warn' },
  blue: { word: '蓝色预警', tone: 'going' },
};

/** The warning colour in words, with what it warns of. */
export function AlertPill({ alert: { colour, text } }: { readonly alert: Alert }) {
  const { word, tone } = WORDS[colour];
  return <StatePill label={text === '' ? word : `${word}：${text}`} tone={tone} />;
}
