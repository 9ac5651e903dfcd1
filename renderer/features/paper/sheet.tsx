import { Fragment } from 'react';
import { BLANK_DAY, type PaperBlock, type PaperContent } from '#shared/domain/paper/content';
import { assertNever } from '#shared/kernel/assert';
import { QrCode } from '../../components/qr-code';
import css from './sheet.module.css';

const CODE_MM = 24;

/**
 * One paper as it lies on A4. Head and foot are those of a table, so that every printed page begins with office, title,
 * number and code and ends with the line to sign.
 */
export function Sheet({ content }: { readonly content: PaperContent }) {
  const { office, title, no, remark, code, pageLine, layout, blocks } = content;
  return (
    <article className={css.paper} aria-label={title}>
      <table className={css.sheet}>
        <thead>
          <tr>
            <td className={css.headCell}>
              <div className={css.head}>
                <div className={css.words}>
                  <p className={css.office}>{office}</p>
                  <h2 className={css.title}>{title}</h2>
                </div>
                {code === '' ? null : (
                  <QrCode text={code} label={`${title}的二维码，扫描件凭它归入记录`} mm={CODE_MM} />
                )}
              </div>
              <p className={css.number}>
                <span>{remark}</span>
                <span>{no}</span>
              </p>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className={layout === 'letter' ? css.letterBody : css.formBody}>
              {blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity and never move
                <Block key={index} block={block} blank={content.blank} />
              ))}
            </td>
          </tr>
        </tbody>
        {pageLine === '' ? null : (
          <tfoot>
            <tr>
              <td className={css.pageLine}>{pageLine}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </article>
  );
}

type BlockProps<K extends PaperBlock['kind'] = PaperBlock['kind']> = {
  readonly block: Extract<PaperBlock, { kind: K }>;
  readonly blank: boolean;
};

function Block({ block, blank }: BlockProps) {
  switch (block.kind) {
    case 'fields':
      return <Fields block={block} blank={blank} />;
    case 'text':
      return (
        <div className={css.row}>
          <div className={css.label}>{block.label}</div>
          {block.text === '' && block.lines > 0 ? <Lines count={block.lines} /> : <Value text={block.text || '—'} />}
        </div>
      );
    case 'section':
      return <h3 className={css.section}>{block.text}</h3>;
    case 'table':
      return <Rows block={block} blank={blank} />;
    case 'letter':
      return block.paragraphs.map(({ text, indent }) => (
        <p key={text} className={indent ? css.indented : css.flush}>
          {text}
        </p>
      ));
    case 'questions':
      return <Questions block={block} blank={blank} />;
    case 'signatures':
      return (
        <div className={css.places}>
          {block.places.map(({ title, text, date }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two officers have the same title
            <div key={index} className={css.place}>
              <span>{title}</span>
              <span>{text}</span>
              {date === null ? null : <span className={css.placeDate}>{date || BLANK_DAY}</span>}
            </div>
          ))}
        </div>
      );
    case 'seal':
      return (
        <div className={css.seal}>
          <span>{block.office}</span>
          <span className={css.stamp}>（印章）</span>
          <span>{block.date}</span>
        </div>
      );
    case 'note':
      return <p className={css.note}>{block.text}</p>;
    default:
      return assertNever(block);
  }
}

function Value({ text }: { readonly text: string }) {
  return <div className={css.value}>{text}</div>;
}

/** Ruled lines for a pen. */
function Lines({ count }: { readonly count: number }) {
  return (
    <div className={css.lines}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all lines are alike
        <div key={index} className={css.line} />
      ))}
    </div>
  );
}

function Fields({ block, blank }: BlockProps<'fields'>) {
  return block.rows.map((row) => (
    <div key={row.map(({ label }) => label).join()} className={row.length === 2 ? css.pair : css.row}>
      {row.map(({ label, text }) => (
        <Fragment key={label}>
          <div className={css.label}>{label}</div>
          <Value text={text || (blank ? '' : '—')} />
        </Fragment>
      ))}
    </div>
  ));
}

function Rows({ block }: BlockProps<'table'>) {
  return (
    <table className={css.table}>
      <colgroup>
        {block.columns.map(({ title, span }) => (
          <col key={title} width={`${(span / 12) * 100}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map(({ title }) => (
            <th key={title} scope="col" className={`${css.cell} ${css.headOf}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ cells, strong }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are numbered and never move
          <tr key={index} className={block.lines > 1 ? css.roomy : undefined}>
            {block.columns.map(({ title, align }, column) => (
              <td
                key={title}
                className={[
                  css.cell,
                  align === 'center' ? css.center : '',
                  strong && cells[column]?.startsWith('■') ? css.strong : '',
                ].join(' ')}
              >
                {cells[column] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Questions({ block }: BlockProps<'questions'>) {
  const blank = Array.from({ length: block.blank }, () => ({ question: '', answer: '' }));
  return (
    <div className={css.questions}>
      {[...block.lines, ...blank].map(({ question, answer }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question may be asked twice in the same words
        <div key={index} className={css.exchange}>
          <p className={css.question}>问：{question}</p>
          <p className={answer === '' ? css.toAnswer : css.answer}>答：{answer}</p>
        </div>
      ))}
    </div>
  );
}
