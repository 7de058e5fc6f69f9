// Asks the server. A request that got no answer at all may be sent again with the same id.

/** The server's plain sentence why it did not do something. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.error || 'Parley could not do this. Try again.');
    this.status = status;
    this.code = body.code || 'unknown';
  }
}

/** Nobody answered: the server is away, or just starting. */
export class Unreachable extends Error {}

async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      cache: 'no-store',
    });
  } catch {
    throw new Unreachable('Parley does not answer just now.');
  }
  const text = await response.text().catch(() => '');
  let answer = {};
  try {
    answer = JSON.parse(text);
  } catch {
    // An answer without a sentence is explained by its status alone.
  }
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export const get = (path) => ask('GET', path);
export const post = (path, body) => ask('POST', path, body);

/** Sends until somebody answers; `waiting` is told once when that takes more than one try. */
export async function insist(method, path, body, waiting = () => {}) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(method, path, body);
    } catch (fault) {
      if (!(fault instanceof Unreachable)) throw fault;
      if (tries === 0) waiting();
      await pause(Math.min(5000, 400 * 1.6 ** tries));
    }
  }
}

const part = encodeURIComponent;
export const channelPath = (channel) => `/api/channels/${part(channel)}`;
export const threadPath = (channel, thread) => `${channelPath(channel)}/threads/${part(thread)}`;
export const messagePath = (m) => `${threadPath(m.channel, m.thread)}/messages/${part(m.id)}`;
