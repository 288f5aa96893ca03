import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive by name, as texts; read by its directory, as the format has it (APPNOTE 4.3). */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [at + 10, at + 20, at + 28].map((place, i) =>
      i === 1 ? archive.readUInt32LE(place) : archive.readUInt16LE(place),
    ) as [number, number, number];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + size);
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function plain(xml: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}

/** The sheets of a workbook by name: cells by address, numbers as numbers. */
export function readWorkbook(archive: Buffer): Map<string, Map<string, string | number>> {
  const files = unzip(archive);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)];
  const texts = shared.map(([, text = '']) => plain(text));
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ''], i) => {
      const cells = new Map<string, string | number>();
      const sheet = files.get(`xl/worksheets/sheet${i + 1}.xml`) ?? '';
      for (const [, address = '', more = '', value = ''] of sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v>/g))
        cells.set(address, more.includes('t="s"') ? (texts[Number(value)] ?? '') : Number(value));
      if (sheet.includes('<f>')) cells.set('formula', 1);
      return [plain(name), cells];
    }),
  );
}
