import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildCalendar, type Calendar, withYears } from '#shared/domain/calendar/calendar';
import { type CalendarYear, calendarPackSchema } from '#shared/domain/calendar/calendar-pack';
import { type CataloguePack, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { type MeasuresPack, measuresPack } from '#shared/domain/dishonesty/acts';
import { type ExchangeMapping, exchangeMapping } from '#shared/domain/exchange/mapping';
import { type PenaltyMapping, parsePenaltyMapping } from '#shared/domain/fact/penalty-mapping';
import { type Checklist, parseChecklist } from '#shared/domain/inspection/checklist';
import { type PhrasePack, phrasePack } from '#shared/domain/inspection/phrase';
import { type PaperPack, paperPack } from '#shared/domain/paper/paper-pack';
import { type ItemsPack, itemsPack } from '#shared/domain/plan/inspection-items';
import { type SamplingPack, samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import { type VisitCapPack, visitCapPack } from '#shared/domain/plan/visit-cap';
import type { RatingPack } from '#shared/domain/rating/pack';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { type EscalationPack, escalationPack } from '#shared/domain/rectification/escalation';
import { type NoticePack, noticePack } from '#shared/domain/rectification/notice-pack';
import { type RepairPack, repairPack } from '#shared/domain/repair/repair-pack';
import { type ReviewPack, reviewPack } from '#shared/domain/review/review-pack';
import { type DefinitionPack, definitionPack } from '#shared/domain/statistics/definitions';
import { parseWarningPack, type WarningPack } from '#shared/domain/warning/warning-pack';
import { AppError } from '#shared/kernel/errors';
import { describePack, type PackSummary } from './describe-pack';
import { type LoadedPack, loadPacks } from './load-packs';

export type Packs = {
  readonly calendar: () => Calendar;
  /** The shipped calendar with years of the office in place of, or beside, its own. */
  readonly calendarWith: (years: readonly CalendarYear[]) => Calendar;
  readonly catalogue: () => CataloguePack;
  readonly penaltyMapping: () => PenaltyMapping;
  readonly checklists: () => readonly Checklist[];
  /** Phrases for site records that are shipped with the program. */
  readonly phrases: () => readonly PhrasePack[];
  readonly ratingPacks: () => readonly LoadedPack<RatingPack>[];
  /** Ids of the rating packs that are in force until the office decides otherwise. */
  readonly ratingDefaults: () => readonly string[];
  /**
   * Parses the text of a pack kept in the store, once a content. It was held against the catalogue when it came in; a
   * later catalogue must not take the rules away from the ratings made by them.
   */
  readonly parseRating: (text: string, sha256: string) => RatingPack;
  /** The text of a shipped rating pack, as its file holds it. */
  readonly shippedText: (sha256: string) => string;
  readonly samplingPacks: () => readonly SamplingPack[];
  /** What may be checked at random: the office's 抽查事项清单. */
  readonly inspectionItems: () => ItemsPack;
  /** The yearly cap of on-site visits and the counting rule. */
  readonly visitCap: () => VisitCapPack;
  readonly repairRegimes: () => readonly RepairPack[];
  readonly acts: () => readonly MeasuresPack[];
  readonly orderNotice: () => NoticePack;
  /** When passing an order on may be suggested. */
  readonly escalation: () => EscalationPack;
  /** Terms of making results public and of letters. */
  readonly review: () => ReviewPack;
  /** Standard wording of the papers of an inspection. */
  readonly papers: () => PaperPack;
  /** Columns of other platforms' tables that are shipped with the program. */
  readonly exchangeMappings: () => readonly LoadedPack<ExchangeMapping>[];
  /** How the office counts its months. */
  readonly statistics: () => LoadedPack<DefinitionPack>;
  /** A program that recomputes a draw, as it is printed with the proof. */
  readonly verifierText: (fileName: string) => string;
  readonly warningPacks: () => readonly LoadedPack<WarningPack>[];
  readonly describeAll: () => PackSummary[];
};

/** The office's rules, read once from the files shipped beside the program. */
export function createPacks(resourcesDir: string): Packs {
  const folder = (kind: string) => join(resourcesDir, 'packs', kind);
  const values = <T>(list: readonly LoadedPack<T>[]) => list.map((pack) => pack.value);
  const newest = <T extends { version: number }>(list: readonly LoadedPack<T>[], what: string): T => {
    const best = values(list).reduce<T | undefined>((a, b) => (a && a.version >= b.version ? a : b), undefined);
    if (!best) throw new AppError('bad_pack', `程序文件夹中缺少${what}，请重新安装程序。`);
    return best;
  };

  const parsed = new Map<string, RatingPack>();
  const calendars = once(() => loadPacks(folder('calendar'), checkedBy(calendarPackSchema)));
  const catalogues = once(() => loadPacks(folder('catalogue'), parseCataloguePack));
  const catalogue = once(() => newest(catalogues(), '信用信息目录'));
  const penaltyMappings = once(() => loadPacks(folder('penalty-mapping'), parsePenaltyMapping));
  const checklists = once(() => loadPacks(join(resourcesDir, 'checklists'), parseChecklist));
  const phrases = once(() => loadPacks(folder('phrases'), checkedBy(phrasePack)));
  const ratings = once(() => loadPacks(folder('rating'), (json) => parseRatingPack(json, catalogue())));
  const samplings = once(() => loadPacks(folder('sampling'), checkedBy(samplingPackSchema)));
  const visitCaps = once(() => loadPacks(folder('visit-cap'), checkedBy(visitCapPack)));
  const items = once(() => loadPacks(folder('inspection-items'), checkedBy(itemsPack)));
  const repairs = once(() => loadPacks(folder('repair'), checkedBy(repairPack)));
  const measures = once(() => loadPacks(folder('measures'), checkedBy(measuresPack)));
  const warnings = once(() =>
    loadPacks(folder('warning'), (json, file) => parseWarningPack(json, catalogue(), `规则包“${file}”`)),
  );
  const paperTexts = once(() => loadPacks(join(resourcesDir, 'documents'), checkedBy(paperPack)));
  const exchanges = once(() => loadPacks(join(resourcesDir, 'exchange'), checkedBy(exchangeMapping)));
  const definitions = once(() => loadPacks(folder('statistics'), checkedBy(definitionPack)));
  const reviews = once(() => loadPacks(folder('review'), checkedBy(reviewPack)));
  const notices = once(() => loadPacks(folder('rectification'), checkedBy(noticePack)));

  const escalations = once(() => loadPacks(folder('escalation'), checkedBy(escalationPack)));

  return {
    calendar: once(() => buildCalendar(values(calendars()))),
    calendarWith: (years) => withYears(values(calendars()), years),
    catalogue,
    penaltyMapping: once(() => newest(penaltyMappings(), '双公示处罚对应表')),
    checklists: once(() => values(checklists())),
    phrases: once(() => values(phrases())),
    ratingPacks: ratings,
    ratingDefaults: once(() => z.array(z.string()).parse(readJsonFile(join(folder('rating'), 'defaults.json')))),
    parseRating: (text, sha256) => {
      const pack = parsed.get(sha256) ?? parseRatingPack(JSON.parse(text));
      parsed.set(sha256, pack);
      return pack;
    },
    shippedText: (sha256) => {
      const shipped = ratings().find((pack) => pack.sha256 === sha256);
      if (!shipped) throw new Error(`no shipped pack ${sha256}`);
      return readFileSync(join(folder('rating'), shipped.file), 'utf8');
    },
    samplingPacks: once(() => values(samplings())),
    inspectionItems: once(() => newest(items(), '抽查事项清单')),
    visitCap: once(() => newest(visitCaps(), '现场检查频次规则')),
    repairRegimes: once(() => values(repairs())),
    acts: once(() => values(measures())),
    review: once(() => newest(reviews(), '检查结果公示规则')),
    orderNotice: once(() => newest(notices(), '责令改正文书规则')),
    escalation: once(() => newest(escalations(), '整改转处理规则')),
    papers: once(() => newest(paperTexts(), '行政检查文书')),
    exchangeMappings: exchanges,
    statistics: once(() => {
      const best = definitions().at(-1);
      if (!best) throw new AppError('bad_pack', '程序文件夹中缺少统计口径，请重新安装程序。');
      return best;
    }),
    verifierText: (fileName) => readFileSync(join(resourcesDir, 'verifiers', fileName), 'utf8'),
    warningPacks: warnings,
    describeAll: once(() =>
      [
        ['评价', ratings()],
        ['预警', warnings()],
        ['抽样', samplings()],
        ['检查频次', visitCaps()],
        ['抽查事项', items()],
        ['信用修复', repairs()],
        ['失信行为与措施', measures()],
        ['检查表', checklists()],
        ['常用语', phrases()],
        ['信用信息目录', catalogues()],
        ['双公示处罚对应', penaltyMappings()],
        ['责令改正', notices()],
        ['整改转处理', escalations()],
        ['结果公示', reviews()],
        ['检查文书', paperTexts()],
        ['统计口径', definitions()],
        ['报送对应', exchanges()],
        ['节假日', calendars()],
      ].flatMap(([kind, list]) =>
        (list as readonly LoadedPack<unknown>[]).map((pack) => describePack(String(kind), pack)),
      ),
    ),
  };
}

const readJsonFile = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const checkedBy =
  <S extends z.ZodType>(schema: S) =>
  (json: unknown, file: string): z.output<S> =>
    parsePack(schema, json, `规则包“${file}”`);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
