// Works ratings out again from exported records and the JSON of the rule pack, in exact fractions. It shares no line
// with the program: whoever doubts a score can read these two hundred lines instead.
//   node recompute.mjs FILE    FILE: { packs: { hash: pack }, ratings: [{ pack: hash, asOf, subject, facts }] }
// prints one line of JSON a rating: { score (thousandths), grade, vetoes }
import { readFileSync } from 'node:fs';

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const frac = (n, d = 1n) => {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
};
const add = (a, b) => frac(a.n * b.d + b.n * a.d, a.d * b.d);
const mul = (a, b) => frac(a.n * b.n, a.d * b.d);
const cmp = (a, b) => (a.n * b.d < b.n * a.d ? -1 : a.n * b.d > b.n * a.d ? 1 : 0);
const floorOf = ({ n, d }) => (n % d !== 0n && n < 0n ? n / d - 1n : n / d);
const ZERO = frac(0n);

/** A decimal as an exact fraction; null when it is none. */
function number(value) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) return null;
  const [, sign, whole, part = ''] = match;
  const n = BigInt(whole + part);
  return frac(sign === '-' ? -n : n, 10n ** BigInt(part.length));
}
const sum = (list) => list.reduce(add, ZERO);

// ---- days
const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const daysBetween = (a, b) => day(b) - day(a);
const iso = (n) => new Date(n * 86_400_000).toISOString().slice(0, 10);
function addMonths(date, months) {
  const [y, m, d] = date.split('-').map(Number);
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
}

// ---- which records count
function stands(fact, asOf) {
  if (fact.occurredOn > asOf) return false;
  if (fact.originOffice != null && (fact.adoptedOn == null || fact.adoptedOn > asOf)) return false;
  return fact.state === 'active' || (fact.stateOn != null && asOf < fact.stateOn);
}

function inWindow(w, fact, asOf) {
  const since = fact[w.since ?? 'occurredOn'];
  const lasts = (months) => since <= asOf && addMonths(since, months) >= asOf;
  if (w.type === 'none') return true;
  if (w.type === 'validity') return fact.validFrom <= asOf && (fact.validTo == null || asOf <= fact.validTo);
  if (w.type === 'rolling') return lasts(w.months ?? w.years * 12);
  if (w.type === 'until_repaired') return w.maxMonths === undefined ? since <= asOf : lasts(w.maxMonths);
  throw new Error(`window ${w.type}`);
}

function order(left, operand) {
  if (left === null || left === undefined || left === '') return null;
  if (typeof operand === 'number') {
    const value = number(left);
    if (value === null) throw new Error(`${left} is no number`);
    return cmp(value, number(operand));
  }
  return String(left) < operand ? -1 : String(left) > operand ? 1 : 0;
}
function compare(c, left) {
  const o = (operand) => order(left, operand);
  const is = (test) => (value) => value !== null && test(value);
  switch (c.op) {
    case 'present':
      return left !== null && left !== undefined && left !== '';
    case 'in':
      return c.values.some((value) => o(value) === 0);
    case 'between':
      return is((x) => x >= 0)(o(c.from)) && is((x) => x <= 0)(o(c.to));
    case 'ne':
      return is((x) => x !== 0)(o(c.value));
    default:
      return is(
        {
          eq: (x) => x === 0,
          has: (x) => x === 0,
          gt: (x) => x > 0,
          gte: (x) => x >= 0,
          lt: (x) => x < 0,
          lte: (x) => x <= 0,
        }[c.op],
      )(o(c.value));
  }
}
function holds(c, fact, subject, asOf) {
  switch (c.if) {
    case 'all':
      return c.of.every((one) => holds(one, fact, subject, asOf));
    case 'any':
      return c.of.some((one) => holds(one, fact, subject, asOf));
    case 'not':
      return !holds(c.of, fact, subject, asOf);
    case 'field':
      return compare(c, fact.fields[c.field] ?? null);
    case 'subject':
      if (c.field === 'tags') return subject.tags.some((tag) => [c.value, ...(c.values ?? [])].includes(tag));
      return compare(c, subject[c.field] ?? null);
    case 'age':
      return compare(c, daysBetween(fact.occurredOn, asOf));
    case 'within': {
      const dated = (name) => (name === 'occurredOn' || name === 'validFrom' ? fact[name] : fact.fields[name]) || null;
      const [done, start] = [dated(c.field), dated(c.since)];
      if (done === null || start === null || done > asOf) return false;
      return done <= (c.months === undefined ? iso(day(start) + c.days) : addMonths(start, c.months));
    }
    default:
      throw new Error(`condition ${c.if}`);
  }
}

const select = (s, { facts, subject, asOf }) =>
  facts.filter(
    (fact) =>
      s.items.includes(fact.item) &&
      (s.from ?? ['self']).includes(fact.via ?? 'self') &&
      inWindow(s.window, fact, asOf) &&
      (s.where === undefined || holds(s.where, fact, subject, asOf)),
  );

// ---- indicators
const total = (facts, field) => sum(facts.map((fact) => number(fact.fields[field] ?? '') ?? ZERO));
const quantity = (q, input) => {
  const facts = select(q.facts, input);
  return q.field === undefined ? frac(BigInt(facts.length)) : total(facts, q.field);
};
function read(r, input) {
  if (r.take === 'subject') return input.subject[r.field] ?? null;
  if (r.take === 'share') {
    const base = quantity(r.base, input);
    if (base.n === 0n) return null;
    const percent = mul(mul(quantity(r.of, input), frac(100_000n)), frac(base.d, base.n));
    return frac(percent.n / percent.d, 1000n);
  }
  const facts = select(r.facts, input);
  const latest = facts.at(-1);
  switch (r.take) {
    case 'count':
      return frac(BigInt(facts.length));
    case 'exists':
      return frac(facts.length > 0 ? 1n : 0n);
    case 'sum':
      return total(facts, r.field);
    case 'latest':
    case 'imported': {
      const value = latest?.fields[r.field] ?? null;
      return value === '' ? null : typeof value === 'number' ? number(value) : value;
    }
    case 'days_since_latest':
      return latest === undefined ? null : frac(BigInt(daysBetween(latest.occurredOn, input.asOf)));
    default:
      throw new Error(`read ${r.take}`);
  }
}
const inBand = (band, value) =>
  (band.from === undefined || cmp(value, number(band.from)) >= 0) &&
  (band.above === undefined || cmp(value, number(band.above)) > 0) &&
  (band.to === undefined || cmp(value, number(band.to)) <= 0) &&
  (band.below === undefined || cmp(value, number(band.below)) < 0);
function scale(s, reading) {
  if (reading === null) return number(s.missing);
  if (s.by === 'map') {
    const word = typeof reading === 'string' ? reading : String(Number(reading.n) / Number(reading.d));
    return number(s.values[word] ?? s.other);
  }
  const value = typeof reading === 'string' ? number(reading) : reading;
  if (value === null) return number(s.missing);
  if (s.by === 'bands') return number(s.bands.find((band) => inBand(band, value)).points);
  const per = number(s.per);
  return add(number(s.start), mul(frac(floorOf(mul(value, frac(per.d, per.n)))), number(s.points)));
}
function leaf(l, input) {
  if (l.measure === 'value') return scale(l.scale, read(l.read, input));
  return sum(
    select(l.facts, input).map((fact) => {
      const rule = l.rules.find((one) => one.when === undefined || holds(one.when, fact, input.subject, input.asOf));
      if (rule === undefined) return ZERO;
      if (rule.points !== undefined) return number(rule.points);
      const own = number(fact.fields[rule.pointsFrom.field] ?? '') ?? ZERO;
      return mul(frac(BigInt(rule.pointsFrom.factor)), own.n < 0n ? ZERO : own);
    }),
  );
}
function bounded(value, { floor, cap }) {
  const low = floor !== undefined && cmp(value, number(floor)) < 0 ? number(floor) : value;
  return cap !== undefined && cmp(low, number(cap)) > 0 ? number(cap) : low;
}
const combined = (nodes, how, input) =>
  sum(
    nodes.map((node) =>
      how === 'weighted' ? mul(value(node, input), mul(number(node.weight), frac(1n, 100n))) : value(node, input),
    ),
  );
const value = (node, input) =>
  bounded(node.leaf ? leaf(node.leaf, input) : combined(node.children, node.combine ?? 'points', input), node);

// ---- the whole
function rate(pack, { asOf, subject, facts }) {
  const standing = facts
    .filter((fact) => stands(fact, asOf))
    .sort((a, b) => (a.occurredOn === b.occurredOn ? (a.id < b.id ? -1 : 1) : a.occurredOn < b.occurredOn ? -1 : 1));
  const input = { asOf, subject, facts: standing };
  const bonus = pack.bonus ? bounded(combined(pack.bonus.children, 'points', input), pack.bonus) : ZERO;
  const raw = sum([number(pack.base.points), combined(pack.nodes, pack.model, input), bonus]);
  const score = floorOf(add(mul(bounded(raw, pack), frac(1000n)), frac(1n, 2n)));
  const struck = pack.vetoes.filter(
    (veto) =>
      (veto.subject === undefined || holds(veto.subject, { fields: {} }, subject, asOf)) &&
      (veto.facts === undefined || select(veto.facts, input).length >= (veto.atLeast ?? 1)),
  );
  const places = [
    pack.grades.findIndex((grade) => inBand(grade, frac(score, 1000n))),
    ...struck.map((veto) => pack.grades.findIndex((grade) => grade.code === veto.ceiling)),
  ];
  const place = (pack.better ?? 'higher') === 'higher' ? Math.min(...places) : Math.max(...places);
  return { score: Number(score), grade: pack.grades[place].code, vetoes: struck.map((veto) => veto.id) };
}

const { packs, ratings } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const rating of ratings) console.log(JSON.stringify(rate(packs[rating.pack], rating)));
