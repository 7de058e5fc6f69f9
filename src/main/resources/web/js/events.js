// Listens to the server's events and comes back after every break.

const TYPES = ['hello', 'message', 'patch', 'removed', 'status', 'standing', 'resync'];

/** A browser holds six connections to a server for all its tabs, so hidden ones let go of theirs. */
const HIDDEN_FOR = 20_000;

/** Calls `handle(type, data)` for each event and `state(connected)` when the line comes or goes. */
export function listen(handle, state) {
  let source = null;
  let tries = 0;
  let timer = 0;

  function open() {
    clearTimeout(timer);
    source = new EventSource('/api/events');
    for (const type of TYPES) {
      source.addEventListener(type, (event) => {
        if (type === 'hello') {
          tries = 0;
          state(true);
        }
        handle(type, JSON.parse(event.data));
      });
    }
    source.addEventListener('error', () => {
      close();
      state(false);
      const wait = Math.min(5000, 300 * 1.6 ** tries++) * (0.8 + Math.random() * 0.4);
      timer = setTimeout(open, wait);
    });
  }

  function close() {
    source?.close();
    source = null;
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, HIDDEN_FOR);
    else if (!source) open();
  });
  open();
}
