import type { exchangeRoutes } from '#shared/ipc/exchange';
import type { Handlers } from '../../ipc/context';
import { importMapping, makePackage, previewPackage, setReceipt, viewSent, viewTargets } from './exchange-service';

export const exchangeHandlers: Handlers<typeof exchangeRoutes> = {
  'exchange.list-targets': (_input, context) => viewTargets(context),
  'exchange.preview': previewPackage,
  'exchange.make-package': makePackage,
  'exchange.list-sent': viewSent,
  'exchange.set-receipt': setReceipt,
  'exchange.import-mapping': importMapping,
};
