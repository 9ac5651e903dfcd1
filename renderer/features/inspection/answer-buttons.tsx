import { type AnswerCode, answerLabels } from '#shared/domain/inspection/codes';
import { KeyHint } from '../../components/text';
import css from './checklist.module.css';
import { answerKeys } from './inspection-words';

type AnswerButtonsProps = {
  readonly question: string;
  readonly value: AnswerCode | null;
  readonly onAnswer: (answer: AnswerCode) => void;
};

/** Four answers, four keys. */
export function AnswerButtons({ question, value, onAnswer }: AnswerButtonsProps) {
  return (
    <div className={css.buttons} role="radiogroup" aria-label={question}>
      {answerKeys.map(([key, code]) => (
        // biome-ignore lint/a11y/useSemanticElements: a button keeps Enter and Space; the digits belong to the item
        <button
          key={code}
          type="button"
          role="radio"
          aria-checked={value === code}
          className={`${css.answer} ${css[code]}`}
          onClick={() => onAnswer(code)}
        >
          {answerLabels[code]}
          <KeyHint keys={key} />
        </button>
      ))}
    </div>
  );
}
