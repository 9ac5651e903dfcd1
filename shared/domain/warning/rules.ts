import { assertNever } from '../../kernel/assert';
import type { IsoDate } from '../../kernel/dates';
import { decisionKindLabels } from '../filing/codes';
import type { Filing } from '../filing/filing';
import { normaliseName } from '../subject/name-text';
import { normaliseMark } from './normalise-mark';
import type { RuleOf, WarningRule } from './warning-pack';
import {
  type Dated,
  datedBy,
  grouped,
  headOf,
  type KeyedParty,
  partyOf,
  spanOf,
  spanText,
  trademarks,
  windowsOf,
} from './windows';

export type Draft = {
  readonly party: KeyedParty;
  /** The rule, and the name where one rule looks for many: in each stream a filing counts once. */
  readonly stream: string;
  /** What tells this finding from others of the same party and rule; part of the key. */
  readonly window: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly filings: readonly string[];
  readonly figures: Readonly<Record<string, string | number>>;
  readonly why: string;
};

type Keys = {
  readonly applicant: (filing: Filing) => string;
  readonly agency: (filing: Filing) => string | null;
  /** Does a lead under work rest on this filing already? Asked by stream, see `Draft`. */
  readonly taken: (stream: string, filing: Filing) => boolean;
};

/** What one rule finds in filings that stand in their order by number. */
export function draftsOf(rule: WarningRule, filings: readonly Filing[], keys: Keys): readonly Draft[] {
  switch (rule.kind) {
    case 'count_in_days':
      return countInDays(rule, filings, keys);
    case 'hoarding':
      return hoarding(rule, filings, keys);
    case 'name_match':
      return nameMatch(rule, filings, keys);
    case 'assignment':
      return assignment(rule, filings, keys);
    case 'effective_decision':
      return effectiveDecision(rule, filings, keys);
    default:
      return assertNever(rule);
  }
}

const untaken = (rule: WarningRule, filings: readonly Filing[], { taken }: Keys) =>
  filings.filter((filing) => !taken(rule.id, filing));

function countInDays(rule: RuleOf<'count_in_days'>, filings: readonly Filing[], keys: Keys): readonly Draft[] {
  const dated = datedBy(
    untaken(rule, filings, keys).filter(({ kind }) => kind === rule.list),
    (filing) => filing[rule.by],
  );
  const keyOf = rule.of === 'applicant' ? keys.applicant : keys.agency;
  const what = rule.list === 'trademark' ? '商标注册申请' : '非正常专利申请';
  const act =
    rule.by === 'notifiedOn'
      ? rule.of === 'agency'
        ? '所代理的申请被通报为'
        : '被通报'
      : rule.of === 'agency'
        ? '代理提交'
        : '提交';
  return windowsOf(dated, keyOf, rule, () => true).map(({ key, window }) => {
    const span = spanOf(window);
    return {
      ...headOf(partyOf(rule.of, key, window), window),
      stream: rule.id,
      figures: { applications: window.length, ...span, ...handlingFigures(rule.list, window) },
      why: `${act}${what} ${window.length} 件（${spanText(span)}），达到“${rule.days} 天内 ${rule.count} 件”的预警线。`,
    };
  });
}

/** For the field of the abnormal-filing item: how many were withdrawn, and how far the whole has come. */
function handlingFigures(list: string, window: readonly Dated[]): Readonly<Record<string, string | number>> {
  if (list !== 'abnormal_patent') return {};
  const withdrawn = window.filter(({ filing }) => filing.handling === 'withdrawn').length;
  const answered = window.filter(({ filing }) => filing.handling === 'explained').length + withdrawn;
  const handling = withdrawn === window.length ? 'withdrawn' : answered === window.length ? 'explained' : 'open';
  const notified = window.flatMap(({ filing }) => filing.notifiedOn ?? []).sort();
  return { withdrawn, handling, ...(notified.length > 0 ? { notifiedOn: notified.at(-1) ?? '' } : {}) };
}

function hoarding(rule: RuleOf<'hoarding'>, filings: readonly Filing[], keys: Keys): readonly Draft[] {
  const classesOf = (window: readonly Dated[]) => new Set(window.flatMap(({ filing }) => filing.classes)).size;
  const enough = (window: readonly Dated[]) => classesOf(window) >= rule.classes;
  return windowsOf(
    datedBy(trademarks(untaken(rule, filings, keys)), (filing) => filing.filedOn),
    keys.applicant,
    rule,
    enough,
  ).map(({ key, window }) => {
    const span = spanOf(window);
    const classes = classesOf(window);
    return {
      ...headOf(partyOf('applicant', key, window), window),
      stream: rule.id,
      figures: { applications: window.length, classes, ...span },
      why: `提交商标注册申请 ${window.length} 件，涉及 ${classes} 个类别（${spanText(span)}），达到“${rule.days} 天内 ${rule.count} 件且不少于 ${rule.classes} 个类别”的预警线。`,
    };
  });
}

/** One finding a party and name; marks are compared without width, spaces and separators. */
function nameMatch(rule: RuleOf<'name_match'>, filings: readonly Filing[], keys: Keys): readonly Draft[] {
  const terms = rule.terms.map(({ text, owner }) => ({
    text,
    mark: normaliseMark(text),
    owner: owner === undefined ? null : normaliseName(owner),
    ownerText: owner,
  }));
  const marks = datedBy(trademarks(filings), (filing) => filing.filedOn).map((dated) => ({
    dated,
    mark: normaliseMark(dated.filing.title),
    name: normaliseName(dated.filing.applicantName),
  }));
  return terms.flatMap((term) => {
    const stream = `${rule.id}\n${term.mark}`;
    const hits = marks.filter(
      ({ dated, mark, name }) => mark.includes(term.mark) && name !== term.owner && !keys.taken(stream, dated.filing),
    );
    return grouped(
      hits.map(({ dated }) => dated),
      keys.applicant,
    ).map(({ key, members }): Draft => {
      const head = headOf(partyOf('applicant', key, members), members, term.mark);
      const shown = [...new Set(members.map(({ filing }) => filing.title))];
      const quoted = shown
        .slice(0, 3)
        .map((mark) => `“${mark}”`)
        .join('、');
      const field = rule.itemCode === 'public_resource_squatting' ? 'resource' : 'rightHolder';
      return {
        ...head,
        stream,
        figures: {
          applications: members.length,
          mark: shown.slice(0, 10).join('、'),
          [field]: term.ownerText ?? term.text,
        },
        why: `申请商标${quoted}${shown.length > 3 ? `等 ${shown.length} 个` : ''}，含有“${term.text}”${term.ownerText ? `（${term.ownerText}）` : ''}，共 ${members.length} 件。`,
      };
    });
  });
}

function assignment(rule: RuleOf<'assignment'>, filings: readonly Filing[], keys: Keys): readonly Draft[] {
  const assigned = trademarks(untaken(rule, filings, keys)).filter(
    ({ assignee, applicantName }) => assignee !== null && normaliseName(assignee) !== normaliseName(applicantName),
  );
  const assigneesOf = (window: readonly Dated[]) =>
    new Set(window.map(({ filing }) => normaliseName(filing.assignee ?? ''))).size;
  const enough = (window: readonly Dated[]) => assigneesOf(window) >= rule.assignees;
  return windowsOf(
    datedBy(assigned, (filing) => filing.assignedOn),
    keys.applicant,
    rule,
    enough,
  ).map(({ key, window }) => {
    const span = spanOf(window);
    const assignees = assigneesOf(window);
    return {
      ...headOf(partyOf('applicant', key, window), window),
      stream: rule.id,
      figures: { assignments: window.length, assignees, ...span },
      why: `转让商标 ${window.length} 件给 ${assignees} 个受让人（${spanText(span)}），达到“${rule.days} 天内 ${rule.count} 件且不少于 ${rule.assignees} 个受让人”的预警线。`,
    };
  });
}

/** One finding a decision; one without a number stands for its filing alone. */
function effectiveDecision(
  rule: RuleOf<'effective_decision'>,
  filings: readonly Filing[],
  keys: Keys,
): readonly Draft[] {
  const kinds = new Set<string>(rule.decisions);
  const decided = datedBy(
    trademarks(untaken(rule, filings, keys)).filter(
      ({ decisionKind }) => decisionKind !== null && kinds.has(decisionKind),
    ),
    (filing) => filing.decidedOn,
  );
  const decisionOf = ({ filing }: Dated) => `${filing.decisionKind} ${filing.decisionNo ?? `件 ${filing.number}`}`;
  return grouped(decided, keys.applicant).flatMap(({ key, members }) => {
    const decisions = new Map<string, Dated[]>();
    for (const member of members) {
      const decision = decisions.get(decisionOf(member)) ?? [];
      decision.push(member);
      decisions.set(decisionOf(member), decision);
    }
    return [...decisions].map(([decision, under]): Draft => {
      const first = under[0]?.filing;
      const kind = first?.decisionKind ?? 'other';
      const no = first?.decisionNo ?? null;
      return {
        ...headOf(partyOf('applicant', key, under), under, decision),
        stream: rule.id,
        figures: { applications: under.length, kind, ...(no === null ? {} : { documentNo: no }) },
        why: `${decisionKindLabels[kind]}${no === null ? '' : `“${no}”`}涉及其商标 ${under.length} 件（${under[0]?.on ?? ''}）：${under
          .slice(0, 3)
          .map(({ filing }) => `“${filing.title}”`)
          .join('、')}${under.length > 3 ? '等' : ''}。`,
      };
    });
  });
}
