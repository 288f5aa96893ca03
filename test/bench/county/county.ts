import { join } from 'node:path';
import { runCounty } from '../../../lib/cli/county.ts';

/** A synthetic county as `npm start` runs it, on the databases of the bench: `county.ts FOLDER SCALE DATABASES`. */
const [folder = '', scale = '1', databases = ''] = process.argv.slice(2);
const county = await runCounty({
  county: join(import.meta.dirname, '../../../counties/fengxi'),
  data: join(folder, 'data'),
  scale: Number(scale),
  databases,
  port: 0,
});
process.send?.({ url: county.url });
process.once('disconnect', () => void county.close().then(() => process.exit(0)));
