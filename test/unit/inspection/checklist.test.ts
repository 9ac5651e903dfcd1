import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checklistItems, parseChecklist } from '#shared/domain/inspection/checklist';
import { AppError } from '#shared/kernel/errors';

const dir = resolve(import.meta.dirname, '../../../resources/checklists');
const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(dir, name), 'utf8'));

describe('shipped checklists', () => {
  it('finds the three checklists of the first release', () => {
    expect(files).toEqual(
      expect.arrayContaining(['patent-agency.v1.json', 'trademark-use.v1.json', 'patent-authenticity.v1.json']),
    );
  });

  it.each(files)('%s parses and its name says its id and version', (name) => {
    const pack = parseChecklist(read(name), name);
    expect(name).toBe(`${pack.id}.v${pack.version}.json`);
    expect(checklistItems(pack).length).toBeGreaterThanOrEqual(10);
  });

  it('asks about all seven key items of article 41 and the seven triggers of article 37', () => {
    const articles = checklistItems(parseChecklist(read('patent-agency.v1.json'), '')).map((i) => i.clause.article);
    for (const n of '一二三四五六七') {
      expect(articles).toContain(`第四十一条第（${n}）项`);
      expect(articles).toContain(`第三十七条第（${n}）项`);
    }
  });

  it('does not let the 2019 trademark law be used after the revised law is in force', () => {
    const [v1, v2] = ['trademark-use.v1.json', 'trademark-use.v2.json'].map((n) => parseChecklist(read(n), n));
    expect(v1?.effectiveTo).toBe('2026-12-31');
    expect(v2?.effectiveFrom).toBe('2027-01-01');
    expect(v2?.verified).toBe(false);
  });
});

describe('a bad checklist is refused whole', () => {
  const good = () =>
    structuredClone(read('patent-agency.v1.json')) as Record<string, unknown> & {
      sections: { items: Record<string, unknown>[] }[];
    };
  const refusal = (change: (pack: ReturnType<typeof good>) => void): AppError => {
    const pack = good();
    change(pack);
    try {
      parseChecklist(pack, 'bad.json');
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('the pack was accepted');
  };
  const firstItem = (pack: ReturnType<typeof good>) => {
    const item = pack.sections[0]?.items[0];
    if (!item) throw new Error('no item');
    return item;
  };

  it.each<[string, (pack: ReturnType<typeof good>) => void]>([
    [
      'an unknown severity',
      (p) => {
        firstItem(p)['severityDefault'] = 'huge';
      },
    ],
    [
      'a question without a clause',
      (p) => {
        delete firstItem(p)['clause'];
      },
    ],
    [
      'the same code twice',
      (p) => {
        firstItem(p)['code'] = 'PA-02';
      },
    ],
    [
      'a field nobody knows',
      (p) => {
        p['weights'] = [];
      },
    ],
    [
      'verified as a whole while one clause is not',
      (p) => {
        firstItem(p)['verified'] = false;
      },
    ],
    [
      'a day that does not exist',
      (p) => {
        p['effectiveFrom'] = '2026-02-29';
      },
    ],
    [
      'an end before the beginning',
      (p) => {
        p['effectiveTo'] = '2018-01-01';
      },
    ],
    [
      'an empty section',
      (p) => {
        p.sections.push({ items: [] } as never);
      },
    ],
  ])('%s', (_, change) => {
    const error = refusal(change);
    expect(error.code).toBe('bad_pack');
    expect(error.message).toContain('bad.json');
    expect(error.details.length).toBeGreaterThan(0);
  });
});
