import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const house = `${import.meta.dirname}/../../..`;

/** The files whose code ends up in a browser bundle that uses one name of lib/stats. */
async function filesOf(name: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: `import { ${name} } from './lib/stats/index.ts'; console.log(${name});`, resolveDir: house },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    outfile: 'bundle.js',
    absWorkingDir: house,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

describe('a bundle with one statistic', () => {
  it('holds no other one', async () => {
    expect(await filesOf('growth')).toEqual(['lib/stats/growth.ts', '<stdin>']);
    const wilson = await filesOf('wilson');
    expect(wilson.filter(path => path.startsWith('lib/'))).toEqual(['lib/stats/confidence.ts', 'lib/stats/wilson.ts']);
    expect(wilson.some(path => path.includes('math-base-special-erfcinv'))).toBe(true);
    expect(wilson.some(path => path.includes('math-base-special-gammainc'))).toBe(false);
  });
});
