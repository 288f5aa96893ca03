import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Observer, Work } from './observer.ts';

/** A request of HTTP as work: it begins when it comes, and ends when its answer is sent or its client has gone. */
export class ObservedRequest {
  readonly work: Work;
  /** What it ends with if it ends well; see Work. */
  code = 'OK';

  constructor(observer: Observer, { headers }: IncomingMessage, response: ServerResponse) {
    this.work = observer.begin('request', { headers });
    response.once('close', () => {
      this.work.tell({ status: response.statusCode });
      this.work.end(response.writableFinished ? this.code : 'CLIENT_GONE');
    });
  }
}
