import type { sampleRoutes } from '#shared/ipc/sample';
import { AppError } from '#shared/kernel/errors';
import { saveSetting } from '../../db/setting';
import type { Handlers } from '../../ipc/context';
import { tellChecks } from './story-checks';
import { tellCredit } from './story-credit';
import { tellLeads } from './story-leads';
import { tellOffice } from './story-office';
import { tellPapers } from './story-papers';
import { tellPlan } from './story-plan';
import { tellProofs } from './story-proofs';
import { tellResults } from './story-results';
import { tellSite } from './story-site';
import { tellStatistics } from './story-statistics';
import { storyTools } from './story-tools';

export const sampleHandlers: Handlers<typeof sampleRoutes> = {
  'sample.load': async (_input, context) => {
    const used = await context.db
      .selectFrom('audit_entry')
      .select('seq')
      .where('route', 'not in', ['store.verify', 'sample.load'])
      .limit(1)
      .executeTakeFirst();
    if (used)
      throw new AppError(
        'bad_state',
        '示例办公室只能装入空的存储，这个存储已有记录。请另建一个练习存储，本存储未作任何改动。',
      );
    await context.write({ object: 'store:practice', summary: '装入示例办公室，本存储标为练习存储' }, (tx) =>
      saveSetting(tx, 'practice', true),
    );
    const steps: { title: string; count: number }[] = [];
    const tools = storyTools(context, (title, count) => {
      steps.push({ title, count });
      context.progress(title, steps.length, null);
    });
    try {
      await tellOffice(tools);
      await tellCredit(tools, await tellChecks(tools));
      await tellSite(tools);
      await tellPlan(tools);
      await tellProofs(tools);
      await tellLeads(tools);
      await tellPapers(tools);
      // before the months are frozen: what is entered afterwards would count as late reports
      await tellResults(tools);
      await tellStatistics(tools);
    } catch (error) {
      // every step has been kept by its own route, so "nothing was left" would not be true here
      if (error instanceof AppError && error.code === 'cancelled')
        throw new AppError(
          'cancelled',
          '已停止装入，装好的部分留在这个练习存储中。需要完整的示例，请另建一个练习存储再装入。',
        );
      throw error;
    }
    return { steps };
  },
};
