import type { Format } from '../../../src/domain/format.ts';
import { jsonOf } from '../../content/read-content.ts';

const formats = jsonOf<Omit<Format, 'id'>>('formats').map(([id, rest]): Format => ({
  id,
  ...rest,
}));

export const formatOf = (id: string): Format => formats.find((format) => format.id === id)!;
