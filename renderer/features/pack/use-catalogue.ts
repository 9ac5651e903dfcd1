import { useRoute } from '../../api/queries';
import { type Catalogue, NO_CATALOGUE } from './catalogue-fields';

/** Names of items, fields and choices; until they are there the codes stand in. */
export const useCatalogue = (): Catalogue => useRoute('fact.list-catalogue', {}).data ?? NO_CATALOGUE;
