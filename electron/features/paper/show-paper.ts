import type { BlankPaperId, PaperId } from '#shared/domain/paper/papers';
import type { RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { readSetting } from '../../db/setting';
import type { WriteTx } from '../../db/write-tx';
import { gatherBlank } from '../../excel/papers/gather-blank';
import { type GatheredPaper, gatherPaper, type PaperSources } from '../../excel/papers/gather-paper';
import type { ReadContext } from '../../ipc/context';

type Shown = RouteOutput<'paper.get'>;
type Office = PaperSources['office'];

async function sourcesOf({ db, packs }: Pick<ReadContext, 'db' | 'packs'>): Promise<PaperSources> {
  const office = await readSetting<Office>(db, 'office');
  if (!office)
    throw new AppError('bad_state', '还没有填写机关信息，文书不能制作。请先在“设置—机关”中填写机关名称和机关代字。');
  return { db, packs, office };
}

function view({ packs }: PaperSources, paper: PaperId, found: GatheredPaper, masked: boolean): Shown {
  const { source, note, verified } = packs.papers().papers[paper];
  return {
    content: found.content,
    ownerTable: found.owner.table,
    ownerId: found.owner.id,
    subjectName: found.subjectName,
    source,
    note,
    verified,
    masked,
  };
}

export async function showPaper(context: ReadContext, paper: PaperId, id: string): Promise<Shown> {
  const sources = await sourcesOf(context);
  return view(sources, paper, await gatherPaper(sources, paper, id, false), paper === 'interview-record');
}

export async function showBlank(context: ReadContext, paper: BlankPaperId, reservedId: string): Promise<Shown> {
  const sources = await sourcesOf(context);
  return view(sources, paper, await gatherBlank(sources, paper, reservedId), false);
}

/** Shows the numbers of the person asked in full; who did, when and of which case stays in the log. */
export async function showFull(tx: WriteTx, packs: ReadContext['packs'], id: string): Promise<Shown> {
  const sources = await sourcesOf({ db: tx.db, packs });
  const row = await tx.db.selectFrom('interview').select(['no', 'subject_id']).where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份询问笔录，请刷新后重试。');
  tx.insert('query_log', {
    id: tx.newId(),
    subject_id: row.subject_id,
    purpose: `打印询问笔录 ${row.no}`,
    fields: JSON.stringify(['idNumber', 'phone']),
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return view(sources, 'interview-record', await gatherPaper(sources, 'interview-record', id, true), false);
}
