import * as z from 'zod';
import { ratingRunModeLabels, ratingRunStateLabels } from '#shared/domain/rating/run-state';
import { formatPoints } from '#shared/kernel/decimal';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { jsonColumn } from './data/json-column';
import { getRun, type PaperMove } from './data/rating-repository';
import { kindText } from './data/subject-repository';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { day, ledgerHead, signatures } from './parts';
import { bar } from './rating-parts';
import { identity } from './register';

type Found = Awaited<ReturnType<typeof getRun>>;

const COLUMNS = [
  { header: '序号', share: 9 },
  { header: '监管对象', share: 58 },
  { header: '主体类型', share: 24 },
  { header: '原等级\n（得分）', share: 24 },
  { header: '现等级\n（得分）', share: 24 },
  { header: '变化', share: 18 },
  { header: '变动原因', share: 104 },
] as const;

const causes = z.array(z.object({ sentence: z.string() }));

/** 等级变动表: everybody whose grade a run changes, with the causes; goes with the run to its approval. */
export const ratingMovers: ReportDefinition = {
  id: 'rating-movers',
  title: '等级变动表',
  group: 'document',
  description: '一批评价中等级变动的监管对象，一户一行，写明原因；未经审定的每页标明。',
  params: [{ key: 'id', label: '评价批次', type: 'id', noun: 'rating-run' }],
  gather: async ({ db, packs, office, now }, params) => {
    const found = await getRun(db, packs, requireParam(params, 'id', '评价批次'));
    const { run } = found;
    const approved = run.state === 'approved';
    // those who fell first, the deepest fall on top
    const moves = [...found.moves].sort((a, b) => step(found, a) - step(found, b));
    const title = `信用等级变动表（基准日 ${day(run.as_of)}）`;
    return {
      fileName: fileNameOf('等级变动表', run.as_of, approved ? '' : ratingRunStateLabels[run.state]),
      owner: { table: 'rating_batch', id: run.id },
      numbering: approved ? { kind: 'series', word: '评变' } : { kind: 'none' },
      variant: approved ? null : 'draft',
      write: async (path, issue) => {
        const workbook = newWorkbook(title, office.name, new Date(now));
        const frame = approved ? issue.frame : { ...issue.frame, mark: '未经审定' };
        const paper = new Paper(workbook, '等级变动表', 'landscape', shares(), frame);
        ledgerHead(paper, issue, title, [runText(found), issue.again].filter((text) => text !== '').join('　'));
        if (!approved) bar(paper, `■ ${ratingRunStateLabels[run.state]}：未经审定，等级没有生效`);
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        if (moves.length === 0) paper.line('这批评价没有等级变动', 'center', 40);
        for (const [index, move] of moves.entries()) writeMove(paper, found, move, index, issue);
        paper.line(counts(found), 'cell', 24);
        signatures(paper, ['制表人（签名）：', '审核人（签名）：', '审定人（签名）：'], 64);
        paper.close();
        await saveWorkbook(workbook, path);
        return moves.length;
      },
    };
  },
};

const shares = (): readonly number[] => COLUMNS.map(({ share }) => share);

function runText({ run }: Found): string {
  const made = `${ratingRunModeLabels[run.mode]}，${run.maker_name ?? ''} ${run.created_at.slice(0, 10)} 提交`;
  return run.decided_on === null
    ? made
    : `${made}，${run.decider_name ?? ''} ${run.decided_on} ${ratingRunStateLabels[run.state]}`;
}

/** Which way a grade went; 0 where the two are of different scales. */
function step({ packs }: Found, move: PaperMove): number {
  const pack = packs.get(move.pack_sha256);
  const codes = pack?.grades.map(({ code }) => code) ?? [];
  const [from, to] = [codes.indexOf(move.from_grade), codes.indexOf(move.to_grade)];
  if (from < 0 || to < 0) return 0;
  return pack?.better === 'lower' ? from - to : to - from;
}

function gradeText({ packs }: Found, move: PaperMove, code: string): string {
  const grade = packs.get(move.pack_sha256)?.grades.find((one) => one.code === code);
  return grade ? `${grade.symbol} ${grade.name}` : code;
}

function writeMove(paper: Paper, found: Found, move: PaperMove, index: number, issue: Issue): void {
  issue.progress('写入变动表', index, found.moves.length);
  const way = step(found, move);
  const code = identity(move);
  const list = jsonColumn(causes, move.causes, '等级变动原因').map(({ sentence }) => sentence);
  paper.row([
    { text: index + 1, look: 'smallCenter' },
    { text: code === '' ? move.name : `${move.name}\n${code}`, look: 'small' },
    { text: kindText(move.kind), look: 'smallCenter' },
    { text: `${gradeText(found, move, move.from_grade)}\n${formatPoints(move.from_score)} 分`, look: 'smallCenter' },
    { text: `${gradeText(found, move, move.to_grade)}\n${formatPoints(move.to_score)} 分`, look: 'smallCenter' },
    { text: way < 0 ? '↓ 下降' : way > 0 ? '↑ 上升' : '改用规则', look: way < 0 ? 'smallAlert' : 'smallCenter' },
    {
      text:
        list.length === 0
          ? '原评价的规则包不在本机，无法比较'
          : list.length === 1
            ? (list[0] ?? '')
            : list.map((text, at) => `${at + 1}．${text}`).join('\n'),
      look: 'small',
    },
  ]);
}

function counts(found: Found): string {
  const { run, moves } = found;
  const fallen = moves.filter((move) => step(found, move) < 0).length;
  const risen = moves.filter((move) => step(found, move) > 0).length;
  const other = moves.length - fallen - risen;
  return `合计：核对 ${run.checked} 户，重新评价 ${run.rated} 户，其中首次评价 ${run.first_rated} 户；等级变动 ${moves.length} 户，下降 ${fallen} 户，上升 ${risen} 户${other > 0 ? `，改用规则 ${other} 户` : ''}。没有适用规则包、未评价的 ${run.without_pack} 户。`;
}
