import { join } from 'node:path';
import { runCounty } from '../../../lib/cli/county.ts';

/** A synthetic county as `npm start` runs it, on the databases of the bench: `county.ts FOLDER SCALE DATABASES [COUNTY]`. */
const fengxi = join(import.meta.dirname, '../../../counties/fengxi');
const [folder = '', scale = '1', databases = '', county = fengxi] = process.argv.slice(2);
const running = await runCounty({
  county,
  data: join(folder, 'data'),
  scale: Number(scale),
  databases,
  port: 0,
});
process.send?.({ url: running.url });
process.once('disconnect', () => void running.close().then(() => process.exit(0)));
