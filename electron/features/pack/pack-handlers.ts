import type { packRoutes } from '#shared/ipc/pack';
import type { Handlers } from '../../ipc/context';
import { checkPack } from '../../packs/check-pack';
import { findInLibrary, getFromLibrary, loadLibrary } from '../../packs/pack-library';
import { readPackFile } from '../../packs/read-pack-file';
import { checkProposal, decide, propose, requireKinds } from './activation-service';
import { copyPack, discardDraft, exportPack, finishDraft, importPack, nameOf, saveDraft } from './pack-service';
import { runDry, tryOnEverybody, tryPack } from './try-pack';
import { viewActivations, viewCheck, viewDifferences, viewPack, viewPacks } from './view-pack';

type Key = { readonly packId: string; readonly version: number };
const note = ({ packId, version }: Key, summary: string) => ({ object: `pack:${packId}.v${version}`, summary });

export const packHandlers: Handlers<typeof packRoutes> = {
  'pack.list': async (_input, context) => ({ packs: await viewPacks(context) }),
  'pack.get': (key, context) => viewPack(key, context),
  'pack.compare': (input, context) => viewDifferences(input, context),
  'pack.check': async ({ content }, { db, packs }) => {
    const library = await loadLibrary(db, packs);
    // what bears the name of a draft of this office is that draft, being edited
    const { id, version } = (content ?? {}) as { readonly id?: unknown; readonly version?: unknown };
    const known =
      typeof id === 'string' && typeof version === 'number' && findInLibrary(library, { packId: id, version });
    const draft = known ? known.state === 'draft' : false;
    return viewCheck(checkPack(content, { catalogue: packs.catalogue(), library, draft }));
  },
  'pack.try': (input, context) => tryPack(input, context),
  'pack.copy': (input, { packs, write }) =>
    write(note(input, '复制规则包'), async (tx, sharpen) => {
      const { packId, version, source } = await copyPack(tx, input, packs);
      sharpen(note({ packId, version }, `由${nameOf(source)}复制出草稿 ${packId} 第 ${version} 版`));
      return { packId, version };
    }),
  'pack.save-draft': (input, { packs, write }) =>
    write(note(input, '保存规则包草稿'), async (tx, sharpen) => {
      const { check, title } = await saveDraft(tx, input, packs);
      sharpen({ summary: `保存规则包草稿${nameOf({ ...input, title })}，尚有 ${check.problems.length} 处问题` });
      return viewCheck(check);
    }),
  'pack.finish': (input, { packs, write }) =>
    write(note(input, '规则包定稿'), async (tx, sharpen) => {
      const one = await finishDraft(tx, input, packs);
      sharpen({ summary: `规则包${nameOf(one)}定稿，校验值 ${one.sha256.slice(0, 12)}` });
      return { id: one.packId };
    }),
  'pack.discard-draft': (input, { packs, write }) =>
    write(note(input, '废弃规则包草稿'), async (tx, sharpen) => {
      const one = await discardDraft(tx, input, packs);
      sharpen({ summary: `废弃规则包草稿${nameOf(one)}：${input.reason}` });
      return { id: one.packId };
    }),
  'pack.import': ({ file }, { packs, files, write }) => {
    const source = files.read(file);
    const read = readPackFile(source);
    return write({ object: 'pack:', summary: '导入规则包' }, async (tx, sharpen) => {
      const imported = await importPack(tx, read, packs);
      sharpen(note(imported, `导入规则包${nameOf(imported)}，校验值 ${read.sha256.slice(0, 12)}`));
      return imported;
    });
  },
  'pack.export': async (input, { db, packs, files }) =>
    exportPack(getFromLibrary(await loadLibrary(db, packs), input), files.write(input.target)),
  'pack.dry-run': (input, context) => tryOnEverybody(input, context),
  'pack.list-activations': async (_input, context) => ({ rows: await viewActivations(context) }),
  'pack.propose': async (input, context) => {
    const { db, packs, clock, write } = context;
    const source = await checkProposal(db, input, packs, clock.today());
    const subjectKinds = requireKinds(source, input.subjectKinds);
    const found = await runDry(source, subjectKinds, clock.today(), context);
    const summary = `提出自 ${input.from} 起启用规则包${nameOf(source.value)}：试算 ${found.rated} 个，等级变动 ${found.moved.length} 个`;
    return write(note(input, summary), async (tx) => ({
      id: await propose(tx, { ...input, subjectKinds }, found, packs),
    }));
  },
  'pack.decide': (input, { packs, write }) =>
    write({ object: `pack_activation:${input.id}`, summary: '审批规则包的启用' }, async (tx, sharpen) => {
      sharpen({ summary: await decide(tx, input, packs) });
      return { id: input.id };
    }),
};
