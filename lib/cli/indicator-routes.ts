import type { IncomingMessage, ServerResponse } from 'node:http';
import { cataloguePage, escapeHtml, toHtml } from '../indicators/pages/index.ts';
import { pageWords } from '../indicators/pages/words.ts';
import type { Language } from '../kernel/text.ts';
import { acceptedCoding, compress, leastCompressed } from '../web/index.ts';
import type { CountyDefinitions } from './served-indicators.ts';

/** A page of text: the county's own styles, no script. */
const policy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'; img-src data:";

const common = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Addresses are told relative to /indicators/…, so that a county may lie under a prefix. */
function hrefOf(page: string, language: Language): string {
  return language === 'zh' ? page : `${page}?language=en`;
}

function documentOf({ catalogue, served }: CountyDefinitions, page: string, language: Language): string | undefined {
  const blocks = cataloguePage(catalogue, page, language, { written: pageWords.ofCounty, categories: served.words });
  if (blocks === undefined) return undefined;
  const name = catalogue.find(({ id }) => id === page)?.name ?? pageWords.index;
  const figures = { zh: '全部指标的数字', en: 'The figures of all indicators' }[language];
  const back = `../indicators#language=${language}${page === 'index' ? '' : `&amp;open=${page}`}`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name[language])}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/page.css">
<link rel="stylesheet" href="../assets/document.css">
</head>
<body>
<main>
<nav><a href="${back}">${figures}</a></nav>
${toHtml(blocks, hrefOf)}
</main>
</body>
</html>
`;
}

async function send(request: IncomingMessage, response: ServerResponse, type: string, text: string): Promise<true> {
  const body = Buffer.from(text);
  const coding = acceptedCoding(request.headers['accept-encoding']?.toString());
  const isCoded = coding !== undefined && body.length >= leastCompressed;
  response.writeHead(200, {
    ...common,
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    vary: 'accept-encoding',
    ...(isCoded && { 'content-encoding': coding }),
  });
  const isHead = request.method === 'HEAD';
  response.end(isHead ? undefined : isCoded ? await compress(body, coding) : body);
  return true;
}

/**
 * What a county says of its indicators: `/indicators/definitions.json` for its pages, and the documentation of the catalogue at
 * `/indicators/index` and `/indicators/<id>`, in English with `?language=en`.
 */
export function indicatorRoutes(definitions: () => CountyDefinitions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
    const [, page] = /^\/indicators\/([a-z][a-z0-9_]*|definitions\.json)$/.exec(pathname) ?? [];
    if (page === undefined) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    const held = definitions();
    if (page === 'definitions.json') return send(request, response, 'application/json', JSON.stringify(held.served));
    const html = documentOf(held, page, searchParams.get('language') === 'en' ? 'en' : 'zh');
    if (html !== undefined) return send(request, response, 'text/html', html);
    response.writeHead(404, common).end();
    return true;
  };
}
