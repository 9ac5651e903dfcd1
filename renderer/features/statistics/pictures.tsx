import { monthZh } from '#shared/domain/statistics/month';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './statistics.module.css';
import type { Overview, Scope } from './statistics-words';

type PicturesProps = { readonly overview: Overview; readonly asTable: boolean; readonly scope: Scope };

/** Two pictures at most, each with its table one key away. */
export function Pictures({ overview, asTable, scope }: PicturesProps) {
  return (
    <div className={css.pictures}>
      <Section title="近 12 个月的检查" hint="应查、已查户数，按账面现状">
        {asTable ? <TrendTable trend={overview.trend} /> : <TrendBars trend={overview.trend} />}
      </Section>
      <Section title="检查结果" hint={scope === 'year' ? '1 月至本月已查户数' : '本月已查户数'}>
        {overview.results.length === 0 ? (
          <p className={css.none}>这一期间没有办结的检查。</p>
        ) : asTable ? (
          <ResultTable results={overview.results} />
        ) : (
          <ResultBars results={overview.results} />
        )}
      </Section>
    </div>
  );
}

type Trend = Overview['trend'];
const share = (value: number, most: number): string => `${most === 0 ? 0 : (value * 100) / most}%`;

function TrendBars({ trend }: { readonly trend: Trend }) {
  const most = Math.max(...trend.flatMap(({ planned, inspected }) => [planned, inspected]));
  const spoken = trend.map((one) => `${monthZh(one.month)}应查 ${one.planned}、已查 ${one.inspected}`).join('；');
  return (
    <>
      <div className={css.bars} role="img" aria-label={spoken}>
        {trend.map(({ month, planned, inspected }) => (
          <div key={month} className={css.month}>
            <div className={css.pair}>
              <span className={css.planned} style={{ height: share(planned, most) }}>
                {planned > 0 ? <i>{thousands(planned)}</i> : null}
              </span>
              <span className={css.inspected} style={{ height: share(inspected, most) }}>
                {inspected > 0 ? <i>{thousands(inspected)}</i> : null}
              </span>
            </div>
            <span className={css.at}>
              {Number(month.slice(5)) === 1 ? month.slice(0, 4) : `${Number(month.slice(5))}月`}
            </span>
          </div>
        ))}
      </div>
      <p className={css.legend}>
        <span className={css.keyPlanned} /> 应查（空心）
        <span className={css.keyInspected} /> 已查（实心）
      </p>
    </>
  );
}

function TrendTable({ trend }: { readonly trend: Trend }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col">应查户数</th>
          <th scope="col">已查户数</th>
        </tr>
      </thead>
      <tbody>
        {trend.map(({ month, planned, inspected }) => (
          <tr key={month}>
            <th scope="row">{monthZh(month)}</th>
            <td>{thousands(planned)}</td>
            <td>{thousands(inspected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Results = Overview['results'];

function ResultBars({ results }: { readonly results: Results }) {
  const most = Math.max(...results.map(({ n }) => n));
  return (
    <dl className={css.results}>
      {results.map(({ code, label, n }) => (
        <div key={code} className={css.result}>
          <dt title={label}>{label}</dt>
          <dd>
            <span className={css.bar} style={{ width: `calc((100% - 64px) * ${n / most})` }} />
            {thousands(n)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ResultTable({ results }: { readonly results: Results }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">代码</th>
          <th scope="col">检查结果</th>
          <th scope="col">户数</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ code, label, n }) => (
          <tr key={code}>
            <td>{code}</td>
            <th scope="row">{label}</th>
            <td>{thousands(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
