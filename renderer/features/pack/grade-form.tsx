import type { Grade } from '#shared/domain/rating/pack';
import { GradePill } from '../../components/pill';
import { GroundAt, NullTextAt, NumberAt, SelectAt, TextAt, WordsAt } from './bound-fields';
import { CutInput } from './cut-input';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { colourLabels, lookOf } from './grade-look';
import { cutOf, lowerCutOf, setCut } from './intervals';
import { pathOf } from './json-path';
import { intervalWords } from './leaf-words';
import { ListFrame } from './list-frame';

const colours = Object.entries(colourLabels).map(([value, label]) => ({ value, label: `${label}色` }));
const symbols = ['★', '●', '◆', '▲', '■'];
const inspectionKinds = ['双随机抽查', '重点检查', '实地检查', '书面检查', '网络检查'];

/** One grade: where it begins, how it looks, what it brings. */
export function GradeForm({ at }: { readonly at: string }) {
  const { pack, set } = useDraftScope();
  const { value: grade, error } = useAt<Grade>(at);
  if (grade === undefined) return null;
  const index = Number(pathOf(at).at(-1));
  const isFirst = index === 0;
  const isLast = index === pack.grades.length - 1;
  return (
    <>
      <div className={css.line}>
        <GradePill code={grade.code} band={lookOf(grade)} size="large" />
        <span>{intervalWords(grade, '分')}</span>
      </div>
      <div className={css.row}>
        <TextAt at={`${at}.name`} label="等级名称" required />
        <TextAt at={`${at}.code`} label="代码" required description="用例和否决项按代码引用。" />
      </div>
      <div className={css.row}>
        {isFirst ? null : (
          <CutInput
            label="从多少分起"
            side="lower"
            cut={lowerCutOf(grade)}
            onChange={(cut) => set(['grades'], setCut(pack.grades, index - 1, cut))}
          />
        )}
        {isLast ? null : (
          <CutInput
            label="到多少分止"
            side="upper"
            cut={cutOf(grade)}
            onChange={(cut) => set(['grades'], setCut(pack.grades, index, cut))}
          />
        )}
      </div>
      {error ? <p className={css.error}>{error}</p> : null}
      <p className={css.quiet}>等级由低分到高分排列，相邻两级的分数自动衔接。</p>
      <div className={css.row}>
        <SelectAt
          at={`${at}.symbol`}
          label="符号"
          required
          options={[...new Set([...symbols, grade.symbol])].map((symbol) => ({ value: symbol, label: symbol }))}
        />
        <SelectAt at={`${at}.colour`} label="颜色" required options={colours} />
      </div>
      <TextAt at={`${at}.meaning`} label="含义" required />
      <GroundAt at={at} short />
      <fieldset className={css.list}>
        <legend>抽查</legend>
        <div className={css.row}>
          <NumberAt
            at={`${at}.entails.sampling.ratioPercent`}
            label="抽查比例"
            suffix="%"
            blank={null}
            placeholder="不定"
          />
          <NumberAt
            at={`${at}.entails.sampling.visitsPerYear`}
            label="每年次数"
            suffix="次"
            decimals={0}
            blank={null}
            placeholder="不定"
          />
        </div>
        <TextAt at={`${at}.entails.sampling.text`} label="抽查办法" required grows />
        <GroundAt at={`${at}.entails.sampling`} short />
      </fieldset>
      <WordsAt
        at={`${at}.entails.inspectionKinds`}
        label="检查方式"
        suggestions={inspectionKinds}
        placeholder="选择或者填写，回车确认"
      />
      <MeasuresAt at={`${at}.entails.measures`} title="监管措施" add="增加一项监管措施" />
      <MeasuresAt at={`${at}.entails.incentives`} title="激励措施" add="增加一项激励措施" />
      <Entitlements at={`${at}.entails.entitlements`} />
      <NullTextAt
        at={`${at}.entails.warningLetter`}
        label="警示函文字"
        rows={3}
        placeholder="不填，这一等级不发警示函"
      />
    </>
  );
}

type MeasuresAtProps = { readonly at: string; readonly title: string; readonly add: string };

function MeasuresAt({ at, title, add }: MeasuresAtProps) {
  const basis = useFirstBasis();
  return (
    <ListFrame
      at={at}
      title={title}
      add={add}
      entry={(index) => `第 ${index + 1} 项`}
      blank={() => ({ text: '', basis, verified: false })}
    >
      {(place) => (
        <>
          <TextAt at={`${place}.text`} label="内容" required grows />
          <GroundAt at={place} short />
        </>
      )}
    </ListFrame>
  );
}

function Entitlements({ at }: { readonly at: string }) {
  const basis = useFirstBasis();
  return (
    <ListFrame
      at={at}
      title="权益"
      hint="例如授信额度、绿色通道"
      add="增加一项权益"
      entry={(index) => `第 ${index + 1} 项`}
      blank={() => ({ name: '', amount: null, unit: null, text: '', basis, verified: false })}
    >
      {(place) => (
        <>
          <TextAt at={`${place}.name`} label="名称" required />
          <div className={css.row}>
            <NumberAt at={`${place}.amount`} label="额度" blank={null} placeholder="没有数额" />
            <NullTextAt at={`${place}.unit`} label="单位" placeholder="例如：万元" />
          </div>
          <TextAt at={`${place}.text`} label="内容" required grows />
          <GroundAt at={place} short />
        </>
      )}
    </ListFrame>
  );
}

const useFirstBasis = (): readonly string[] =>
  useDraftScope()
    .pack.bases.slice(0, 1)
    .map(({ id }) => id);
